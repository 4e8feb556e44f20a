/** Which assets each view of the register holds, as SQL over e (register_entry), m (register_match) and pc: once, for lists, files and sums. */
import type { RegisterView } from '@somay/shared/text/register.ts'
import { type RawBuilder, sql } from 'kysely'

const tower = (column: string) => sql.raw(`case when ${column} in ('desktop', 'mini', 'other') then 'desktop' else ${column} end`)

/** Null where either does not tell its kind: that differs from nothing. Accountants call every box under a desk "để bàn". */
export const KIND_DIFFERS = sql<boolean>`(m.item_id is not null and ${tower('e.kind')} <> ${tower('pc.chassis_kind')})`
export const UNIT_DIFFERS = sql<boolean>`(m.item_id is not null and pc.unit_id <> e.unit_id)`
export const MODEL_DIFFERS = sql<boolean>`(m.item_id is not null and m.model_differs = 1)`

/** No PC is known to be it, or the one that was has left the ledger. */
export const NOT_FOUND = sql<boolean>`(m.item_id is null or pc.retired_at is not null)`

/** Of the view of PCs that are no asset there is none here: it reads pc alone. By law nothing is heard of an exempt PC. */
export const IN_VIEW: Readonly<Record<Exclude<RegisterView, 'unregistered'>, RawBuilder<boolean>>> = {
  all: sql<boolean>`1 = 1`,
  'register-only': sql<boolean>`(${NOT_FOUND} and e.exempt = 0)`,
  different: sql<boolean>`(${UNIT_DIFFERS} or ${MODEL_DIFFERS} or ${KIND_DIFFERS})`,
  doubtful: sql<boolean>`(m.item_id is null and exists (select 1 from register_doubt d where d.item_id = e.item_id))`,
}

/** The tables the conditions speak of. */
export const ITEMS = sql`register_entry e join register_item i on i.id = e.item_id join unit on unit.id = e.unit_id
  left join register_match m on m.item_id = e.item_id left join pc on pc.id = m.pc_id`

export const UNREGISTERED = sql<boolean>`(pc.retired_at is null and not exists (select 1 from register_match m where m.pc_id = pc.id))`

/** Of a row without a PC it holds. */
export const NOT_MARKED = sql<boolean>`(pc.id is null or pc.id not in (select x.pc_id from pc_exemption x where x.until is null))`
