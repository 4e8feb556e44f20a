/** People (CBCCVC) of units on a date: of each the latest number told for that day or an earlier one. */
import type { StaffNumbers } from '@somay/shared/api/register.ts'
import { sql } from 'kysely'
import type { Database } from '../../store/dialect/dialect.ts'
import type { UnitCondition } from '../counts/query.ts'

type Row = {
  unitId: number
  name: string
  block: string
  staff: number | null
  equipped: number | null
  leaders: number | null
  licensedAntivirus: number | null
  since: string | null
}

export async function readStaff({ read }: Database, asOf: string, within: UnitCondition): Promise<StaffNumbers> {
  const { rows } = await sql<Row>`
    select unit.id as "unitId", unit.name, unit.block, n.staff, n.equipped, n.leaders,
      n.licensed_antivirus as "licensedAntivirus", n.from_day as since from unit
    left join staff_number n on n.unit_id = unit.id
      and n.from_day = (select max(x.from_day) from staff_number x where x.unit_id = unit.id and x.from_day <= ${asOf})
    where unit.valid_from <= ${asOf} and (unit.valid_to is null or unit.valid_to > ${asOf}) and ${within(sql`unit.id`)}
    order by unit.block, unit.order_no, unit.id`.execute(read)
  return { asOf, units: rows.map(({ since, ...row }) => ({ ...row, ...(since !== null && { since }) })) }
}
