/** Measures of the system disk, the battery and the age. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import { isUnknown, unknown } from '@somay/shared/unknown.ts'
import { type Facts, type Measured, of, whenKnown } from './measured.ts'
import { type Measures, NO_BATTERY } from './measures.ts'

type Hardware = Pick<
  Measures,
  'systemDiskKind' | 'systemDiskBytes' | 'systemDiskHealth' | 'systemFreeBytes' | 'biosYear' | 'batteryWornPercent'
>

export function hardwareMeasures(facts: Facts): Hardware {
  const disk = of(facts, 'disks', systemDisk)
  return {
    systemDiskKind: whenKnown(disk, ({ kind }) => kind),
    systemDiskBytes: whenKnown(disk, ({ sizeBytes }) => sizeBytes),
    systemDiskHealth: whenKnown(disk, ({ health }) => health),
    systemFreeBytes: of(facts, 'usage', ({ volumes }) => whenKnown(volumes, freeOfSystem)),
    biosYear: of(facts, 'bios', ({ date }) => whenKnown(date, (day) => plausibleYear(Number(day.slice(0, 4))))),
    batteryWornPercent: wornOf(facts),
  }
}

type Disk = FactValue<'disks'>['disks'][number]

/** The disk that says it holds the system, or the only one that could. */
function systemDisk({ disks }: FactValue<'disks'>): Measured<Disk> {
  const says = disks.filter((disk) => disk.holdsSystem === true)
  const could = says.length > 0 ? says : disks.filter((disk) => disk.holdsSystem !== false && disk.removable !== true)
  const [only, ...others] = could
  return only && others.length === 0 ? only : unknown('failed', 'which disk holds the system was not told')
}

function freeOfSystem(volumes: Exclude<FactValue<'usage'>['volumes'], { unknown: string }>): Measured<number> {
  const holding = volumes.find((volume) => volume.holdsSystem === true)
  return holding ? holding.freeBytes : unknown('failed', 'which volume holds the system was not told')
}

/** Clocks of firmware begin at 1980; nobody has a PC from the future. */
function plausibleYear(year: number): Measured<number> {
  return year > 1995 && year < 2100 ? year : unknown('failed', `the firmware names the year ${year}`)
}

/** Of several batteries together; 100 is worn out. */
function wornOf(facts: Facts): Measured<number> {
  const designed = of(facts, 'battery', ({ batteries }) =>
    batteries.length === 0 ? NO_BATTERY : sumOf(batteries.map((one) => one.designCapacityMwh)),
  )
  if (designed === NO_BATTERY) return NO_BATTERY
  const full = of(facts, 'usage', ({ batteries }) => whenKnown(batteries, (all) => sumOf(all.map((one) => one.fullCapacityMwh))))
  return whenKnown(designed, (most) =>
    whenKnown(full, (now) =>
      // A battery that tells no capacity tells 0 of both.
      most > 0 && now > 0 ? Math.max(0, Math.round(100 - (100 * now) / most)) : unknown('not-supported', 'the battery tells no capacity'),
    ),
  )
}

function sumOf(parts: readonly Measured<number>[]): Measured<number> {
  const missing = parts.find(isUnknown)
  if (missing) return missing
  return parts.length > 0 ? (parts as readonly number[]).reduce((sum, part) => sum + part, 0) : unknown('failed', 'no battery was told')
}
