/** Reads a count that was made ahead and still holds (decision 0019). */
import { dayText } from '@somay/shared/text/days.ts'
import { sql } from 'kysely'
import type { AsOf } from '../../counting/state-sql.ts'
import type { Database } from '../../store/dialect/dialect.ts'
import type { UnitCondition, UnitCount } from './query.ts'

/** Undefined when the day is to be counted now. */
export async function rememberedUnits({ read }: Database, { day, rule }: AsOf, within: UnitCondition): Promise<UnitCount[] | undefined> {
  const { rows } = await sql<Omit<UnitCount, 'unitId'> & { unitId: number | null }>`
    select c.unit_id as "unitId", c.state, c.pcs from rolled_day d
    left join rolled_count c on c.day = d.day and c.rule_version = d.rule_version and ${within(sql`c.unit_id`)}
    where d.day = ${dayText(day)} and d.rule_version = ${rule.version} and d.rolled_at is not null`.execute(read)
  if (rows.length === 0) return undefined
  // A day without a PC is remembered without a count.
  return rows.flatMap(({ unitId, state, pcs }) => (unitId === null ? [] : [{ unitId, state, pcs: Number(pcs) }]))
}
