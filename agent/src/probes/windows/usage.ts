/** What changes by itself in use: last boot, free room, when updates were last looked for, wear of the battery. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { isUnknown } from '@somay/shared/unknown.ts'
import { because } from '../because.ts'
import { roundedFree } from '../free-room.ts'
import { toMinute } from '../minute.ts'
import { batteriesOn } from './batteries.ts'
import { partOf, rowOf, type WindowsReading } from './inventory.ts'
import { momentOf } from './moments.ts'
import { ask, notTold, numberOf } from './properties.ts'
import { lastSearchOf } from './update-source.ts'
import { volumesOn } from './volumes.ts'

type Usage = FactValue<'usage'>

export function parseUsageOnWindows(windows: WindowsReading | undefined): FactBody<Usage> {
  const booted = ask(rowOf(windows, 'os', 'operatingSystem'), 'LastBootUpTime', momentOf)
  const batteries = batteriesOn(windows)
  return {
    known: {
      // With "fast startup" of Windows 10 a PC switched off and on again keeps its old time.
      lastBootAt: isUnknown(booted) ? booted : toMinute(booted),
      volumes: freeRoom(windows),
      updateListsFreshAt: lastSearchOf(partOf(windows, 'updates-policy', 'lastSearchAt')),
      batteries: isUnknown(batteries)
        ? batteries
        : batteries.map(({ name, fullCapacityMwh, cycles }) => ({ name, fullCapacityMwh, cycles })),
    },
    source: 'Win32_OperatingSystem, Win32_LogicalDisk, Windows Update Agent, BatteryFullChargedCapacity',
  }
}

function freeRoom(windows: WindowsReading | undefined): Usage['volumes'] {
  const volumes = volumesOn(windows)
  if (volumes.kind !== 'read') return because(volumes)
  return volumes.value.map(({ mount, row, holdsSystem }) => {
    const free = numberOf(row, 'FreeSpace')
    return { mount, freeBytes: free === undefined ? notTold(row, 'FreeSpace') : roundedFree(free), holdsSystem }
  })
}
