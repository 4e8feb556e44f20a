/** How many PCs of each unit were in which state on a date: one pass over the stays of that day. */
import type { CountState } from '@somay/shared/text/choices.ts'
import { type RawBuilder, sql } from 'kysely'
import { type AsOf, countedAsOf } from '../../counting/state-sql.ts'
import type { Database } from '../../store/dialect/dialect.ts'
import type { DatedUnit } from './tree.ts'

export type UnitCount = { readonly unitId: number; readonly state: CountState; readonly pcs: number }

/** A condition on a column that holds a unit id. */
export type UnitCondition = (column: RawBuilder<unknown>) => RawBuilder<boolean>

export async function countUnits({ read }: Database, asOf: AsOf, within: UnitCondition): Promise<UnitCount[]> {
  const { present, state } = countedAsOf(asOf)
  const { rows } = await sql<UnitCount>`
    select s.unit_id as "unitId", ${state} as state, count(*) as pcs from pc_stay s
    where ${present} and ${within(sql`s.unit_id`)} group by 1, 2`.execute(read)
  return rows
}

/** Of all units, for what is counted ahead; whoever reads it narrows it to what the caller may see. */
export function countEverywhere(database: Database, asOf: AsOf): Promise<UnitCount[]> {
  return countUnits(database, asOf, () => sql<boolean>`1 = 1`)
}

/** Units valid on the day, in protocol order, and those in which PCs stood that day all the same: no PC may vanish from a sum. */
export async function unitsOn(
  { read, dialect }: Database,
  day: string,
  counted: readonly UnitCount[],
  within: UnitCondition,
): Promise<DatedUnit[]> {
  const withPcs = dialect.rows('j', { id: 'int' }, JSON.stringify([...new Set(counted.map(({ unitId }) => unitId))].map((id) => [id])))
  const { rows } = await sql<DatedUnit>`
    select id, name, block, parent_id as "parentId" from unit
    where ${within(sql`unit.id`)}
      and ((valid_from <= ${day} and (valid_to is null or valid_to > ${day})) or id in (select j.id from ${withPcs}))
    order by order_no, id`.execute(read)
  return rows
}
