/** Reads which updates wait and when the last came in, from the package system that is there; nothing is fetched from the network. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { unknown } from '@somay/shared/unknown.ts'
import type { Platform } from '../platform/platform.ts'
import { because } from './because.ts'
import { parseApt, readApt } from './patches-apt.ts'
import { parseDnf, readDnf } from './patches-dnf.ts'
import type { Probe } from './probe.ts'

const PATCHES_LIMIT_MS = 90_000

/** Debian and its family have dpkg's status file; Red Hat's have a dnf configuration. */
async function readPatches(platform: Platform): Promise<FactBody<FactValue<'patches'>>> {
  const dpkg = await platform.listFolder('/var/lib/dpkg/info')
  if (dpkg.kind === 'read') return parseApt(await readApt(platform))
  const dnf = await platform.listFolder('/etc/dnf')
  if (dnf.kind === 'read') return parseDnf(await readDnf(platform))
  // Only where both are absent is there neither; a folder that may not be looked into says nothing of the kind.
  const refusal = [dpkg, dnf].find(({ kind }) => kind !== 'absent')
  if (refusal) return because(refusal)
  return unknown('not-supported', 'neither apt nor dnf is on this system')
}

export const patchesProbe: Probe<'patches'> = {
  fact: 'patches',
  timeLimitMs: PATCHES_LIMIT_MS,
  linux: ({ platform }) => readPatches(platform),
}
