/** How many PCs of a plan wait to be measured: what it says of them is what was known before. */
import { sql } from 'kysely'
import { OWN_NUMBER } from '../../measuring/mark.ts'
import type { Database } from '../../store/dialect/dialect.ts'
import type { UnitCondition } from './query.ts'

/** PCs are measured every minute: one that joined and told its facts so long ago waits because nobody measures. */
const WAITED_MS = 10 * 60_000

/** `at` in ms since 1970. */
export async function countNotMeasured({ read }: Database, at: number, within: UnitCondition): Promise<number> {
  const { rows } = await sql<{ pcs: number }>`
    select count(*) as pcs from pc join pc_measure m on m.pc_id = pc.id join pc_contact c on c.pc_id = pc.id
    where pc.unmeasured > 0 and m.left_ledger = 0 and ${within(sql`m.unit_id`)}
      and (m.measured_by <> ${sql.lit(OWN_NUMBER)} or (m.measured_by is null and c.inventory_at < ${sql.lit(at - WAITED_MS)}))`.execute(
    read,
  )
  return Number(rows[0]?.pcs ?? 0)
}
