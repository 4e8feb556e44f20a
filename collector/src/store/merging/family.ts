/** Whom a PC stands for: itself, and the PCs that turned out to be it. */
import { type RawBuilder, sql } from 'kysely'

/** The ids as a subquery, of merges of merges too. */
export function familyOf(pcId: number): RawBuilder<unknown> {
  return sql`(with recursive family(id) as (select pc.id from pc where pc.id = ${pcId} union select pc.id from pc join family on pc.merged_into = family.id)
    select id from family)`
}
