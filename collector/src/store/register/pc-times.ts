/** Keeps with each version of an asset which PC it was, since when that stands in the ledger, and whether it was ever away since: so that counts of the register read one table. */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Tables } from '../tables.ts'

/** Versions without a PC become the one their asset is matched to now; what an earlier match made of them stays. `itemIds` is a query of one column, as below. */
export async function linkEntries(db: Kysely<Tables>, itemIds: RawBuilder<unknown>): Promise<void> {
  await sql`
    update register_entry set pc_id = (select m.pc_id from register_match m where m.item_id = register_entry.item_id)
    where pc_id is null and item_id in (${itemIds})`.execute(db)
  await refreshPcTimes(db, itemIds)
}

/** The asset never was that PC. */
export async function unlinkEntries(
  db: Kysely<Tables>,
  { itemId, pcId }: { readonly itemId: number; readonly pcId: number },
): Promise<void> {
  await db.updateTable('register_entry').set({ pc_id: null }).where('item_id', '=', itemId).where('pc_id', '=', pcId).execute()
  await refreshPcTimes(db, sql`select ${sql.lit(itemId)}`)
}

/** After the PC of the assets, or its stays, changed. */
export async function refreshPcTimes(db: Kysely<Tables>, itemIds: RawBuilder<unknown>): Promise<void> {
  // Away: a stay ends and none begins at the same moment. Whoever is moved from unit to unit never was.
  await sql`
    update register_entry set
      pc_since = (select min(s.since) from pc_stay s where s.pc_id = register_entry.pc_id),
      pc_away = case when exists (
        select 1 from pc_stay s where s.pc_id = register_entry.pc_id and s.until is not null
          and not exists (select 1 from pc_stay n where n.pc_id = s.pc_id and n.since = s.until)) then 1 else 0 end
    where item_id in (${itemIds})`.execute(db)
}
