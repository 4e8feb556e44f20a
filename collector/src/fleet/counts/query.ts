/** How many PCs of each unit were in which state and condition on a date: one pass over the stays of that day, one over the register. */
import type { CountState } from '@somay/shared/text/choices.ts'
import { ASPECTS, type Aspect } from '@somay/shared/text/conditions.ts'
import { type RawBuilder, sql } from 'kysely'
import { casingInBooks, conditionsAsOf } from '../../counting/condition-sql.ts'
import { registeredAsOf } from '../../counting/register-sql.ts'
import { type AsOf, countedAsOf } from '../../counting/state-sql.ts'
import type { Database } from '../../store/dialect/dialect.ts'
import { pcParts } from '../pc-parts.ts'
import type { DatedUnit } from './tree.ts'

export type UnitCount = { readonly unitId: number; readonly state: CountState; readonly pcs: number }

/** Of a value that is known; whoever is in no such count is of an unknown one. */
export type ConditionCount = { readonly unitId: number; readonly aspect: Aspect; readonly value: string; readonly pcs: number }

/** A condition on a column that holds a unit id. */
export type UnitCondition = (column: RawBuilder<unknown>) => RawBuilder<boolean>

export async function countUnits({ read }: Database, asOf: AsOf, within: UnitCondition): Promise<UnitCount[]> {
  const { present, state } = countedAsOf(asOf)
  const registered = registeredAsOf(asOf)
  const [reported, listed] = await Promise.all([
    sql<UnitCount>`
      select s.unit_id as "unitId", ${state} as state, count(*) as pcs from pc_stay s
      where ${present} and ${within(sql`s.unit_id`)} group by 1, 2`.execute(read),
    sql<UnitCount>`
      select e.unit_id as "unitId", ${registered.state} as state, count(*) as pcs from register_entry e
      where ${registered.listed} and ${within(sql`e.unit_id`)} group by 1, 2`.execute(read),
  ])
  return sumsOf([...reported.rows, ...listed.rows])
}

/** PCs that must not be connected are told of by both. */
function sumsOf(counts: readonly UnitCount[]): UnitCount[] {
  const sums = new Map<string, UnitCount>()
  for (const { unitId, state, pcs } of counts) {
    const key = `${unitId} ${state}`
    sums.set(key, { unitId, state, pcs: pcs + (sums.get(key)?.pcs ?? 0) })
  }
  return [...sums.values()]
}

export type DayCounts = { readonly units: readonly UnitCount[]; readonly conditions: readonly ConditionCount[] }

type DayRow = UnitCount & Readonly<Partial<Record<Aspect, string>>>

/** States and what was known of each PC then, read by parts of the PCs at once; of assets no agent told of, the kind the books say. */
export async function countDay(database: Database, asOf: AsOf, within: UnitCondition): Promise<DayCounts> {
  const { read } = database
  const [{ present, state }, { known, values }, registered] = [countedAsOf(asOf), conditionsAsOf(asOf), registeredAsOf(asOf)]
  const columns = sql.join(ASPECTS.map((aspect) => sql`${values[aspect]} as ${sql.ref(aspect)}`))
  const parts = await pcParts(database)
  const found = await Promise.all([
    ...parts.map((among) =>
      sql<DayRow>`
        select s.unit_id as "unitId", ${state} as state, ${columns}, count(*) as pcs from pc_stay s left join ${known}
        where ${present} and ${within(sql`s.unit_id`)} and ${among(sql`s.pc_id`)} group by 1, 2, 3, 4, 5`.execute(read),
    ),
    sql<DayRow>`
      select e.unit_id as "unitId", ${registered.state} as state, ${casingInBooks} as casing, count(*) as pcs from register_entry e
      where ${registered.listed} and ${within(sql`e.unit_id`)} group by 1, 2, 3`.execute(read),
  ])
  const rows = found.flatMap((part) => part.rows.map((row) => ({ ...row, pcs: Number(row.pcs) })))
  return { units: sumsOf(rows), conditions: conditionsOf(rows) }
}

function conditionsOf(rows: readonly DayRow[]): ConditionCount[] {
  const sums = new Map<string, ConditionCount>()
  for (const row of rows)
    for (const aspect of ASPECTS) {
      const { [aspect]: value = 'unknown', unitId, pcs } = row
      if (value === 'unknown') continue
      const key = `${unitId} ${aspect} ${value}`
      sums.set(key, { unitId, aspect, value, pcs: pcs + (sums.get(key)?.pcs ?? 0) })
    }
  return [...sums.values()]
}

/** Of whom those of groups I-VI are told too, which plans ask for and counts do not. */
export type NormedUnit = DatedUnit & { readonly leaders: number | null }

/** Units valid on the day, in protocol order, and those in which PCs stood that day all the same: no PC may vanish from a sum. */
export async function unitsOn(
  { read, dialect }: Database,
  day: string,
  counted: readonly UnitCount[],
  within: UnitCondition,
): Promise<NormedUnit[]> {
  const withPcs = dialect.rows('j', { id: 'int' }, JSON.stringify([...new Set(counted.map(({ unitId }) => unitId))].map((id) => [id])))
  const { rows } = await sql<NormedUnit>`
    select id, name, block, parent_id as "parentId", n.staff, n.equipped, n.leaders,
      n.licensed_antivirus as "licensedAntivirus" from unit
    left join staff_number n on n.unit_id = unit.id
      and n.from_day = (select max(x.from_day) from staff_number x where x.unit_id = unit.id and x.from_day <= ${day})
    where ${within(sql`unit.id`)}
      and ((valid_from <= ${day} and (valid_to is null or valid_to > ${day})) or id in (select j.id from ${withPcs}))
    order by order_no, id`.execute(read)
  return rows
}
