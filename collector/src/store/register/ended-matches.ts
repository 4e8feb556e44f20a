/** What PC an asset was when it was written off: one that comes back, after a list that forgot it, is that PC again. */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Tables } from '../tables.ts'

const COLUMNS = sql.raw('item_id, pc_id, score, basis, model_differs, who, at')

/** `itemIds` is a query of one column, as below. */
export async function endMatches(db: Kysely<Tables>, itemIds: RawBuilder<unknown>): Promise<void> {
  await sql`delete from register_match_ended where item_id in (
    select m.item_id from register_match m where m.item_id in (${itemIds}))`.execute(db)
  await sql`
    insert into register_match_ended (${COLUMNS}) select ${COLUMNS} from register_match where item_id in (${itemIds})`.execute(db)
  await sql`delete from register_match where item_id in (${itemIds})`.execute(db)
}

/** Not where the PC is another asset meanwhile, or a person told them apart; of a PC that was merged, with the one it went into. */
export async function restoreMatches(db: Kysely<Tables>, itemIds: RawBuilder<unknown>): Promise<void> {
  await sql`
    with recursive place(item_id, pc_id, next) as (
      select k.item_id, k.pc_id, pc.merged_into from register_match_ended k join pc on pc.id = k.pc_id where k.item_id in (${itemIds})
      union all select p.item_id, pc.id, pc.merged_into from place p join pc on pc.id = p.next),
    last(pc_id, item_id) as (select p.pc_id, min(p.item_id) from place p where p.next is null group by p.pc_id)
    insert into register_match (${COLUMNS})
    select k.item_id, l.pc_id, k.score, k.basis, k.model_differs, k.who, k.at from register_match_ended k join last l on l.item_id = k.item_id
    where not exists (select 1 from register_match m where m.item_id = k.item_id)
      and not exists (select 1 from register_match m where m.pc_id = l.pc_id)
      and not exists (select 1 from register_apart a where a.item_id = k.item_id and a.pc_id = l.pc_id)`.execute(db)
  await sql`delete from register_match_ended where item_id in (${itemIds})`.execute(db)
}
