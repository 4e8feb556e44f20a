/** Reads which updates wait and when the last came in, from the package system that is there; nothing is fetched from the network. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { isUnknown } from '@somay/shared/unknown.ts'
import type { Platform } from '../platform/platform.ts'
import { parsePatchesOnMac } from './macos/patches.ts'
import { findPackageSystem } from './package-system.ts'
import { parseApt, readApt } from './patches-apt.ts'
import { parseDnf, readDnf } from './patches-dnf.ts'
import type { Probe } from './probe.ts'
import { parsePatchesOnWindows } from './windows/patches.ts'

const PATCHES_LIMIT_MS = 90_000

async function readPatches(platform: Platform): Promise<FactBody<FactValue<'patches'>>> {
  const system = await findPackageSystem(platform)
  if (isUnknown(system)) return system
  return system === 'apt' ? parseApt(await readApt(platform)) : parseDnf(await readDnf(platform))
}

export const patchesProbe: Probe<'patches'> = {
  fact: 'patches',
  timeLimitMs: PATCHES_LIMIT_MS,
  linux: ({ platform }) => readPatches(platform),
  windows: async ({ windows, platform }) => parsePatchesOnWindows(windows, platform.now()),
  macos: async ({ macos, platform }) => parsePatchesOnMac(macos, platform.now()),
}
