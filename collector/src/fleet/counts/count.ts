/** The counts of a date as the page, the files and the command line have them. */

import type { Counts } from '@somay/shared/api/counts.ts'
import { dayText } from '@somay/shared/text/days.ts'
import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '../../access/access.ts'
import { inScope, unitsBelow } from '../../access/scope.ts'
import type { AsOf } from '../../counting/state-sql.ts'
import type { Database, Dialect } from '../../store/dialect/dialect.ts'
import { countUnits, type UnitCondition, unitsOn } from './query.ts'
import { rememberedUnits } from './remembered.ts'
import { countTree } from './tree.ts'

/** Every block there is: below one unit all of it is the total, wherever the unit stands. */
const ALL_BLOCKS = ['I', 'II', 'III', 'IV']

export type CountAsked = {
  readonly asOf: AsOf
  readonly scope: Scope
  readonly unit: number | undefined
  readonly at: number
  /** Counted now, even where a count made ahead is at hand. */
  readonly afresh?: boolean
}

export async function count(database: Database, { asOf, scope, unit, at, afresh = false }: CountAsked): Promise<Counts> {
  const within = unitCondition(database.dialect, scope, unit)
  const counted = (afresh ? undefined : await rememberedUnits(database, asOf, within)) ?? (await countUnits(database, asOf, within))
  const day = dayText(asOf.day)
  const units = await unitsOn(database, day, counted, within)
  const { version, windowDays, silentDays, blocks } = asOf.rule
  return {
    asOf: day,
    rule: { version, windowDays, silentDays, blocks: [...blocks] },
    ...countTree(units, counted, unit === undefined ? blocks : ALL_BLOCKS),
    at,
  }
}

/** What the caller may see, and of that the unit asked for with everything below it. */
export function unitCondition(dialect: Dialect, scope: Scope, unit: number | undefined): UnitCondition {
  return (column: RawBuilder<unknown>) => {
    const seen = inScope(dialect, scope, column)
    return unit === undefined ? seen : sql<boolean>`${seen} and ${column} in ${unitsBelow(dialect, [unit])}`
  }
}
