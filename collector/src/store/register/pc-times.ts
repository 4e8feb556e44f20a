/** Keeps with each asset since when its PC stands in the ledger, and whether it was ever away since: so that counts of the register read one table. */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Tables } from '../tables.ts'

/** Of the assets (`itemIds` is a query of one column) after their match, or the stays of their PC, changed. */
export async function refreshPcTimes(db: Kysely<Tables>, itemIds: RawBuilder<unknown>): Promise<void> {
  // Away: a stay ends and none begins at the same moment. Whoever is moved from unit to unit never was.
  await sql`
    update register_entry set
      pc_since = (select min(s.since) from register_match m join pc_stay s on s.pc_id = m.pc_id where m.item_id = register_entry.item_id),
      pc_away = case when exists (
        select 1 from register_match m join pc_stay s on s.pc_id = m.pc_id where m.item_id = register_entry.item_id and s.until is not null
          and not exists (select 1 from pc_stay n where n.pc_id = s.pc_id and n.since = s.until)) then 1 else 0 end
    where item_id in (${itemIds})`.execute(db)
}
