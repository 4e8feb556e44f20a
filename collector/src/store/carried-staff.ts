/** How many people units have after a reorganisation: what was told of those that ended goes with them into their only successor, and is never guessed. */
import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

const NUMBERS = ['staff', 'equipped', 'leaders', 'licensedAntivirus'] as const
type Numbers = Readonly<Record<(typeof NUMBERS)[number], number | null>>

export type ToldStaff = { readonly unitId: number; readonly fromDay: string } & Numbers

export type Succession = {
  /** The first day of the new tree. */
  readonly day: string
  readonly ended: readonly { readonly unitId: number; readonly heirs: readonly number[] }[]
  /** Units that began that day: of themselves they had nobody before. */
  readonly made: ReadonlySet<number>
}

export async function carryStaff(
  db: Kysely<Tables>,
  succession: Succession,
  { who, at }: { readonly who: string; readonly at: number },
): Promise<void> {
  const touched = [...new Set(succession.ended.flatMap(({ unitId, heirs }) => [unitId, ...heirs]))]
  if (touched.length === 0) return
  const told = await db
    .selectFrom('staff_number')
    .select(['unit_id as unitId', 'from_day as fromDay', 'staff', 'equipped', 'leaders', 'licensed_antivirus as licensedAntivirus'])
    .where('unit_id', 'in', touched)
    .execute()
  const carried = carriedStaff(succession, told)
  if (carried.length === 0) return
  await db
    .insertInto('staff_number')
    .values(
      carried.map(({ unitId, fromDay, licensedAntivirus, ...numbers }) => ({
        unit_id: unitId,
        from_day: fromDay,
        ...numbers,
        licensed_antivirus: licensedAntivirus,
        who,
        at,
      })),
    )
    .execute()
}

/** The numbers of the successors from the day on, where they are others than what stands. Pure. */
export function carriedStaff({ day, ended, made }: Succession, told: readonly ToldStaff[]): ToldStaff[] {
  const byUnit = Map.groupBy(
    told.toSorted((one, other) => (one.fromDay < other.fromDay ? -1 : 1)),
    ({ unitId }) => unitId,
  )
  const latest = (unitId: number, on: string) => byUnit.get(unitId)?.findLast(({ fromDay }) => fromDay <= on)
  const heirs = [...new Set(ended.flatMap((unit) => unit.heirs))]
  return heirs.flatMap((unitId) => {
    const sources = ended.filter((unit) => unit.heirs.includes(unitId))
    const isDivided = sources.some((unit) => unit.heirs.length > 1)
    const summed = [...sources.map((unit) => unit.unitId), ...(made.has(unitId) ? [] : [unitId])]
    // What was told of the successor itself from then on is its number: people knew of the reorganisation.
    const until = byUnit.get(unitId)?.find(({ fromDay }) => fromDay >= day)?.fromDay
    const days = [
      day,
      ...sources.flatMap((unit) => byUnit.get(unit.unitId)?.map(({ fromDay }) => fromDay) ?? []).filter((one) => one > day),
    ]
    let standing: Numbers = latest(unitId, day) ?? { staff: null, equipped: null, leaders: null, licensedAntivirus: null }
    const carried: ToldStaff[] = []
    for (const fromDay of [...new Set(days)].sort()) {
      if (until !== undefined && fromDay >= until) break
      const numbers = summed.map((one) => latest(one, fromDay))
      const sum = (of: (typeof NUMBERS)[number]) => (isDivided ? null : sumOf(numbers.map((number) => number?.[of] ?? null)))
      const next = { unitId, fromDay, ...(Object.fromEntries(NUMBERS.map((of) => [of, sum(of)])) as Numbers) }
      if (NUMBERS.every((of) => next[of] === standing[of])) continue
      carried.push(next)
      standing = next
    }
    return carried
  })
}

/** Null as soon as one is not known. */
function sumOf(numbers: readonly (number | null)[]): number | null {
  return numbers.reduce<number | null>((sum, number) => (sum === null || number === null ? null : sum + number), 0)
}
