/** Reads a count that was made ahead and still holds (decision 0019). */
import { dayText } from '@somay/shared/text/days.ts'
import { sql } from 'kysely'
import type { AsOf } from '../../counting/state-sql.ts'
import type { Database } from '../../store/dialect/dialect.ts'
import { isRememberedIn } from '../../store/rolled-counts.ts'
import type { ConditionCount, DayCounts, UnitCondition, UnitCount } from './query.ts'

/** Undefined when the day is to be counted now. */
export async function rememberedDay(
  { read }: Database,
  { day, rule, timeZone }: AsOf,
  within: UnitCondition,
): Promise<DayCounts | undefined> {
  const remembered = sql`d.day = ${dayText(day)} and d.rule_version = ${rule.version} and d.rolled_at is not null and ${isRememberedIn(timeZone)}`
  // One statement, so that both are of one count; a day without a PC is remembered without any.
  const { rows } = await sql<{ unitId: number | null; aspect: string | null; value: string; pcs: number }>`
    select c.unit_id as "unitId", null as aspect, c.state as value, c.pcs from rolled_day d
      left join rolled_count c on c.day = d.day and c.rule_version = d.rule_version and ${within(sql`c.unit_id`)} where ${remembered}
    union all select c.unit_id, c.aspect, c.value, c.pcs from rolled_day d
      join rolled_condition c on c.day = d.day and c.rule_version = d.rule_version and ${within(sql`c.unit_id`)} where ${remembered}`.execute(
    read,
  )
  if (rows.length === 0) return undefined
  const units: UnitCount[] = []
  const conditions: ConditionCount[] = []
  for (const { unitId, aspect, value, pcs } of rows) {
    if (unitId === null) continue
    if (aspect === null) units.push({ unitId, state: value as UnitCount['state'], pcs: Number(pcs) })
    else conditions.push({ unitId, aspect: aspect as ConditionCount['aspect'], value, pcs: Number(pcs) })
  }
  return { units, conditions }
}
