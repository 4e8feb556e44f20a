/** The counts of a date as the page, the files and the command line have them. */

import type { Counts } from '@somay/shared/api/counts.ts'
import { dayOf } from '@somay/shared/text/dates.ts'
import { dayText } from '@somay/shared/text/days.ts'
import { sumsOf } from '@somay/shared/text/figures.ts'
import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '../../access/access.ts'
import { inScope, seesNothing, unitsBelow } from '../../access/scope.ts'
import type { AsOf } from '../../counting/state-sql.ts'
import { digestOf } from '../../freezing/shown-digest.ts'
import type { Database, Dialect } from '../../store/dialect/dialect.ts'
import { countDay, countUnits, type DayCounts, type UnitCondition, unitsOn } from './query.ts'
import { rememberedDay } from './remembered.ts'
import { ALL_BLOCKS, countTree, seenTree } from './tree.ts'
import { conditionsFrom, firstDay, unitsAsked } from './whole-or-part.ts'

export type CountAsked = {
  readonly asOf: AsOf
  readonly scope: Scope
  readonly unit: number | undefined
  readonly at: number
  /** Counted now, even where a count made ahead is at hand. */
  readonly afresh?: boolean
  /** Who asks for the figures of connectivity alone is spared the pass over the conditions. */
  readonly statesAlone?: boolean
}

export async function count(database: Database, asked: CountAsked): Promise<Counts> {
  const { asOf, scope, unit, at, afresh = false } = asked
  const within = unitCondition(database.dialect, scope, unit)
  const counted = (afresh ? undefined : await rememberedDay(database, asOf, within)) ?? (await countNow(database, asked, within))
  const day = dayText(asOf.day)
  const units = await unitsOn(database, day, counted.units, within)
  const { version, windowDays, silentDays, blocks: ruled } = asOf.rule
  const from = await keptFrom(database, asOf.timeZone, day, counted.conditions)
  const told = from === undefined ? counted : { units: counted.units }
  const { blocks, ...tree } = unit === undefined ? seenTree(units, told, ruled, scope) : countTree(units, told, ALL_BLOCKS)
  const of = await unitsAsked(database, scope, unit)
  const isNone = sumsOf(tree.total).all + sumsOf(tree.outside).all === 0
  const since = isNone && !seesNothing(scope) ? await firstDay(database, asOf.timeZone) : undefined
  const counts = {
    asOf: day,
    isOver: day < dayText(dayOf(at, asOf.timeZone)),
    rule: { version, windowDays, silentDays, blocks: [...ruled] },
    blocks: [...blocks],
    ...(of && { of }),
    ...(since !== undefined && since > day && { since }),
    ...(from !== undefined && { conditionsFrom: from }),
    ...tree,
    at,
  }
  return { ...counts, digest: digestOf(counts) }
}

/** From when on conditions are kept, where that was after the day: of it nothing was known, which is another thing than PCs nobody can read. */
async function keptFrom(
  database: Database,
  timeZone: string,
  day: string,
  conditions: DayCounts['conditions'] | undefined,
): Promise<string | undefined> {
  // The books tell kinds of any day.
  if (conditions === undefined || conditions.some(({ aspect }) => aspect !== 'casing')) return undefined
  const from = await conditionsFrom(database, timeZone)
  return from !== undefined && from > day ? from : undefined
}

async function countNow(
  database: Database,
  { asOf, statesAlone = false }: CountAsked,
  within: UnitCondition,
): Promise<Partial<DayCounts> & Pick<DayCounts, 'units'>> {
  return statesAlone ? { units: await countUnits(database, asOf, within) } : countDay(database, asOf, within)
}

/** Of all units, for what is counted ahead; whoever reads it narrows it to what the caller may see. */
export function countAhead(database: Database, asOf: AsOf): Promise<DayCounts> {
  return countDay(database, asOf, () => sql<boolean>`1 = 1`)
}

/** What the caller may see, and of that the unit asked for with everything below it. */
export function unitCondition(dialect: Dialect, scope: Scope, unit: number | undefined): UnitCondition {
  return (column: RawBuilder<unknown>) => {
    const seen = inScope(dialect, scope, column)
    return unit === undefined ? seen : sql<boolean>`${seen} and ${column} in ${unitsBelow(dialect, [unit])}`
  }
}
