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

type Told = { readonly name: Measured<string>; readonly mwh: Measured<number> }

/** Of several batteries together; 100 is worn out. */
function wornOf(facts: Facts): Measured<number> {
  const designed = of(facts, 'battery', ({ batteries }) =>
    batteries.length === 0 ? NO_BATTERY : batteries.map(({ name, designCapacityMwh }): Told => ({ name, mwh: designCapacityMwh })),
  )
  if (designed === NO_BATTERY) return NO_BATTERY
  const full = of(facts, 'usage', ({ batteries }) =>
    whenKnown(batteries, (all) => all.map(({ name, fullCapacityMwh }): Told => ({ name, mwh: fullCapacityMwh }))),
  )
  return whenKnown(designed, (then) =>
    whenKnown(full, (since) => {
      if (!areSame(then, since)) return unknown('failed', 'the batteries whose capacity was read are others than those told')
      return whenKnown(sumOf(then), (most) =>
        whenKnown(sumOf(since), (now) =>
          // A battery that tells no capacity tells 0 of both.
          most > 0 && now > 0
            ? Math.max(0, Math.round(100 - (100 * now) / most))
            : unknown('not-supported', 'the battery tells no capacity'),
        ),
      )
    }),
  )
}

/** As many, and of the same names where both readings tell them: the two come from different days, and a battery may have been taken out. */
function areSame(some: readonly Told[], others: readonly Told[]): boolean {
  const [names, otherNames] = [namesOf(some), namesOf(others)]
  return some.length === others.length && (!names || !otherNames || names.every((name, place) => name === otherNames[place]))
}

/** In order; undefined where one has none. */
function namesOf(all: readonly Told[]): readonly string[] | undefined {
  const names = all.map(({ name }) => name)
  return names.some(isUnknown) ? undefined : (names as string[]).toSorted()
}

function sumOf(parts: readonly Told[]): Measured<number> {
  let sum = 0
  for (const { mwh } of parts) {
    if (isUnknown(mwh)) return mwh
    sum += mwh
  }
  return sum
}
