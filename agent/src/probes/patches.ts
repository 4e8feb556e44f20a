/** Reads which updates wait and when the last came in, from the package system that is there; nothing is fetched from the network. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { unknown } from '@somay/shared/unknown.ts'
import type { Platform } from '../platform/platform.ts'
import { parseApt, readApt } from './patches-apt.ts'
import { parseDnf, readDnf } from './patches-dnf.ts'
import type { Probe } from './probe.ts'

const PATCHES_LIMIT_MS = 90_000

/** Debian and its family have dpkg's status file; Red Hat's have a dnf configuration. */
async function readPatches(platform: Platform): Promise<FactBody<FactValue<'patches'>>> {
  if ((await platform.listFolder('/var/lib/dpkg/info')).kind === 'read') return parseApt(await readApt(platform))
  if ((await platform.listFolder('/etc/dnf')).kind === 'read') return parseDnf(await readDnf(platform))
  return unknown('not-supported', 'neither apt nor dnf is on this system')
}

export const patchesProbe: Probe<'patches'> = {
  fact: 'patches',
  timeLimitMs: PATCHES_LIMIT_MS,
  linux: ({ platform }) => readPatches(platform),
}
