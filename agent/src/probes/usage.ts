/** Reads what changes by itself in use: last boot, free room, freshness of the update lists, wear of the battery. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { isUnknown, type Unknown } from '@somay/shared/unknown.ts'
import type { Platform } from '../platform/platform.ts'
import type { TextReading } from '../platform/reading.ts'
import { because, valueFrom } from './because.ts'
import { roundedFree } from './free-room.ts'
import { type LocalVolumesReading, readLocalVolumes } from './local-volumes.ts'
import { parseUsageOnMac } from './macos/usage.ts'
import { atMinute } from './minute.ts'
import { FILES_LIMIT_MS, type Probe } from './probe.ts'
import { batteriesIn, batteryName, cyclesOf, fullCapacity, readSupplies, type SuppliesReading } from './supplies.ts'
import { parseUpdateLists, readUpdateLists, type UpdateListsReading } from './update-lists.ts'
import { parseUsageOnWindows } from './windows/usage.ts'

type Usage = FactValue<'usage'>

export type UsageReading = {
  readonly stat: TextReading
  readonly volumes: LocalVolumesReading
  readonly updateLists: UpdateListsReading
  readonly supplies: SuppliesReading
}

export async function readUsage(platform: Platform): Promise<UsageReading> {
  return {
    stat: await platform.readText('/proc/stat'),
    volumes: await readLocalVolumes(platform),
    updateLists: await readUpdateLists(platform),
    supplies: await readSupplies(platform),
  }
}

export function parseUsage({ stat, volumes, updateLists, supplies }: UsageReading): FactBody<Usage> {
  return {
    known: {
      lastBootAt: valueFrom(stat, parseBootTime, '/proc/stat'),
      volumes: freeRoom(volumes),
      updateListsFreshAt: parseUpdateLists(updateLists),
      batteries: wear(supplies),
    },
    source: '/proc/stat, statfs, dates of package lists, sysfs power_supply',
  }
}

function parseBootTime(text: string): string | undefined {
  const seconds = text.match(/^btime (\d+)$/m)?.[1]
  return seconds === undefined ? undefined : atMinute(Number(seconds))
}

function freeRoom(volumes: LocalVolumesReading): Usage['volumes'] {
  if (volumes.kind !== 'read') return because(volumes)
  return volumes.value.map(({ shown, holdsSystem, size }) => ({
    mount: shown,
    freeBytes: valueFrom(size, ({ freeBytes }) => roundedFree(freeBytes), 'free'),
    holdsSystem,
  }))
}

function wear(supplies: SuppliesReading): Exclude<Usage['batteries'], Unknown> | Unknown {
  const found = batteriesIn(supplies)
  if (isUnknown(found)) return found
  return found.map((supply) => ({ name: batteryName(supply), fullCapacityMwh: fullCapacity(supply), cycles: cyclesOf(supply) }))
}

export const usageProbe: Probe<'usage'> = {
  fact: 'usage',
  timeLimitMs: FILES_LIMIT_MS,
  linux: async ({ platform }) => parseUsage(await readUsage(platform)),
  windows: async ({ windows }) => parseUsageOnWindows(windows),
  macos: async ({ macos }) => parseUsageOnMac(macos),
}
