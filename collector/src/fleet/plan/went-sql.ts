/** What became of PCs that turned out to be others: of merges of merges too. */
import { type RawBuilder, sql } from 'kysely'

/** A table of `id` and each PC it was merged into, step by step, as `now`. */
const WENT = sql`(with recursive went(id, now) as (select p.id, p.merged_into from pc p where p.merged_into is not null
  union select went.id, p.merged_into from went join pc p on p.id = went.now where p.merged_into is not null) select id, now from went)`

/** The same with the last step alone. */
export const lastWentSql: RawBuilder<unknown> = sql`(select g.id, g.now from ${WENT} g join pc last on last.id = g.now where last.merged_into is null)`

/** A table of `id` and `at`: PCs that somebody moved since, under their own number or under one that they were merged into. */
export function movedSinceSql(at: number): RawBuilder<unknown> {
  const moves = sql`from event e where e.kind = 'moved' and e.at > ${sql.lit(at)}`
  return sql`(select k.id, min(k.at) as at from (select e.pc_id as id, e.at ${moves}
    union all select g.id, k.at from ${WENT} g join (select e.pc_id, e.at ${moves}) k on k.pc_id = g.now) k group by k.id)`
}
