/** A PC whose asset the register marks as not to be connected (máy mật) is marked too; taking a mark off is left to people. */
import { type Kysely, sql } from 'kysely'
import type { Dialect } from '../dialect/dialect.ts'
import { writeEvents } from '../events.ts'
import { forgetRolledSince } from '../rolled-counts.ts'
import type { Tables } from '../tables.ts'

export async function markExempt(
  db: Kysely<Tables>,
  dialect: Dialect,
  { who, at }: { readonly who: string; readonly at: number },
): Promise<void> {
  const { rows } = await sql<{ pc_id: number }>`
    select m.pc_id from register_entry e join register_match m on m.item_id = e.item_id
    where e.until_day is null and e.exempt = 1 and not exists (select 1 from pc_exemption x where x.pc_id = m.pc_id and x.until is null)`.execute(
    db,
  )
  if (rows.length === 0) return
  const ids = dialect.rows('j', { id: 'int' }, JSON.stringify(rows.map(({ pc_id }) => [pc_id])))
  await sql`insert into pc_exemption (pc_id, since, until) select j.id, ${sql.lit(at)}, null from ${ids} where true`.execute(db)
  await forgetRolledSince(db, at)
  await writeEvents(
    db,
    dialect,
    rows.map(({ pc_id }) => ({ at, kind: 'exempted' as const, pcId: pc_id, who, detail: { register: true } })),
  )
}
