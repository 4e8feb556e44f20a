/** How many PCs each unit itself had on a day, by the counts of that day: reported and in the register alike. */
import { sql } from 'kysely'
import type { AsOf } from '../../counting/state-sql.ts'
import type { Database } from '../../store/dialect/dialect.ts'
import { countUnits, type UnitCondition } from './query.ts'
import { rememberedDay } from './remembered.ts'

/** Of those of `unitIds` that may be seen; a unit without any PC that day is not in it. */
export async function pcsByUnit(
  database: Database,
  asOf: AsOf,
  unitIds: readonly number[],
  seen: UnitCondition,
): Promise<ReadonlyMap<number, number>> {
  const asked = sql.join(unitIds.map((id) => sql.lit(id)))
  const within: UnitCondition = (unit) => sql<boolean>`${unit} in (${asked}) and ${seen(unit)}`
  const units = (await rememberedDay(database, asOf, within))?.units ?? (await countUnits(database, asOf, within))
  const sums = new Map<number, number>()
  for (const { unitId, pcs } of units) sums.set(unitId, (sums.get(unitId) ?? 0) + Number(pcs))
  return sums
}
