/** How many PCs of each unit were in which state and condition on a date: two passes over the stays of that day, one over the register. */
import type { CountState } from '@somay/shared/text/choices.ts'
import { ASPECTS, type Aspect } from '@somay/shared/text/conditions.ts'
import { type RawBuilder, sql } from 'kysely'
import { casingInBooks, conditionsAsOf } from '../../counting/condition-sql.ts'
import { registeredAsOf } from '../../counting/register-sql.ts'
import { type AsOf, countedAsOf } from '../../counting/state-sql.ts'
import type { Database } from '../../store/dialect/dialect.ts'
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

/** Of the PCs of that day, in one pass: what was known of each then; of assets no agent told of, the kind the books say. */
export async function countConditions({ read }: Database, asOf: AsOf, within: UnitCondition): Promise<ConditionCount[]> {
  const { present } = countedAsOf(asOf)
  const { known, values } = conditionsAsOf(asOf)
  const columns = sql.join(ASPECTS.map((aspect) => sql`${values[aspect]} as ${sql.ref(aspect)}`))
  type Row = { unitId: number; pcs: number } & Partial<Record<Aspect, string>>
  const [reported, listed] = await Promise.all([
    sql<Row>`
      select s.unit_id as "unitId", ${columns}, count(*) as pcs from pc_stay s join ${known}
      where ${present} and ${within(sql`s.unit_id`)} group by 1, 2, 3, 4`.execute(read),
    sql<Row>`
      select e.unit_id as "unitId", ${casingInBooks} as casing, count(*) as pcs from register_entry e
      where ${registeredAsOf(asOf).listed} and ${within(sql`e.unit_id`)} group by 1, 2`.execute(read),
  ])
  const sums = new Map<string, ConditionCount>()
  for (const row of [...reported.rows, ...listed.rows])
    for (const aspect of ASPECTS) {
      const { [aspect]: value = 'unknown', unitId, pcs } = row
      if (value === 'unknown') continue
      const key = `${unitId} ${aspect} ${value}`
      sums.set(key, { unitId, aspect, value, pcs: Number(pcs) + (sums.get(key)?.pcs ?? 0) })
    }
  return [...sums.values()]
}

export type DayCounts = { readonly units: readonly UnitCount[]; readonly conditions: readonly ConditionCount[] }

export async function countDay(database: Database, asOf: AsOf, within: UnitCondition): Promise<DayCounts> {
  const [units, conditions] = await Promise.all([countUnits(database, asOf, within), countConditions(database, asOf, within)])
  return { units, conditions }
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
