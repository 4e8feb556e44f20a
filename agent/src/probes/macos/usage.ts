/** What changes by itself in use of a Mac: last boot, free room, when updates were last looked for, wear of the battery. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { isUnknown, type Unknown, unknown } from '@somay/shared/unknown.ts'
import { because } from '../because.ts'
import { roundedFree } from '../free-room.ts'
import { atMinute } from '../minute.ts'
import { batteriesOn, batteryName, NO_ENERGY } from './battery.ts'
import { isRow, type MacReading, type Row } from './profile.ts'
import { notTold, numberOf } from './properties.ts'
import { kernelText } from './sysctl.ts'
import { lastSearchOn } from './update-settings.ts'
import { volumesOn } from './volumes.ts'

type Usage = FactValue<'usage'>

const FREE = 'free_space_in_bytes'
const CYCLES = 'sppower_battery_cycle_count'

export function parseUsageOnMac(mac: MacReading | undefined): FactBody<Usage> {
  const known: Usage = {
    lastBootAt: bootOf(mac),
    volumes: freeRoom(mac),
    updateListsFreshAt: lastSearchOn(mac),
    batteries: wear(mac),
  }
  const unread = Object.values(known).filter(isUnknown)
  const [first] = unread
  if (first && unread.length === Object.keys(known).length) return first
  return { known, source: 'sysctl, SPStorageDataType, com.apple.SoftwareUpdate, SPPowerDataType' }
}

/** `{ sec = 1795309087, usec = 391847 } Sun Nov 22 07:38:07 2026`: the seconds since 1970, and the same in local time. */
function bootOf(mac: MacReading | undefined): string | Unknown {
  const told = kernelText(mac, 'kern.boottime')
  if (isUnknown(told)) return told
  const seconds = /^\{ sec = (\d{9,11}),/.exec(told)?.[1]
  return seconds === undefined ? unknown('failed', 'kern.boottime: not understood') : atMinute(Number(seconds))
}

function freeRoom(mac: MacReading | undefined): Usage['volumes'] {
  const volumes = volumesOn(mac)
  if (volumes.kind !== 'read') return because(volumes)
  return volumes.value.map(({ mount, row, holdsSystem }) => {
    const free = numberOf(row, FREE)
    return { mount, freeBytes: free === undefined ? notTold(row, FREE) : roundedFree(free), holdsSystem }
  })
}

function wear(mac: MacReading | undefined): Usage['batteries'] {
  const rows = batteriesOn(mac)
  if (rows.kind !== 'read') return because(rows)
  return rows.value.map((row) => ({ name: batteryName(row), fullCapacityMwh: NO_ENERGY, cycles: cyclesOf(row) }))
}

function cyclesOf(row: Row): number | Unknown {
  const health = isRow(row.sppower_battery_health_info) ? row.sppower_battery_health_info : {}
  return numberOf(health, CYCLES) ?? notTold(health, CYCLES)
}
