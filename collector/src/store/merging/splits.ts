/** Which PCs were one before a person split them: putting them together again takes the split back. */
import { type Kysely, sql } from 'kysely'
import type { Dialect } from '../dialect/dialect.ts'
import type { Tables } from '../tables.ts'

type Split = { readonly pc_id: number; readonly other_id: number; readonly merged_into: number | null }

/** Splits of these PCs since a moment, each with where the PC that was made stands now. */
async function splitsOf(db: Kysely<Tables>, dialect: Dialect, ids: readonly number[], since: number): Promise<readonly Split[]> {
  const other = dialect.jsonText(sql.ref('e.detail'), 'otherPcId')
  const asked = dialect.rows('j', { id: 'int' }, JSON.stringify(ids.map((id) => [id])))
  const { rows } = await sql<Split>`
    select e.pc_id, n.id as other_id, n.merged_into from ${asked} join event e on e.pc_id = j.id
    join pc n on n.id = cast(${other} as ${sql.raw(dialect.types.int)}) where e.kind = 'split' and e.at > ${since}`.execute(db)
  return rows
}

/** Whether one of both was made by splitting the other. */
export async function wereSplit(db: Kysely<Tables>, dialect: Dialect, [one, other]: readonly [number, number]): Promise<boolean> {
  return (await splitsOf(db, dialect, [one], 0)).some(({ other_id }) => other_id === other)
}

/** Whether one of these was split since, and is not one again. The PC that was made has the higher number. */
export async function isSplitSince(db: Kysely<Tables>, dialect: Dialect, ids: readonly number[], at: number): Promise<boolean> {
  const splits = await splitsOf(db, dialect, ids, at)
  return splits.some(({ pc_id, other_id, merged_into }) => pc_id > other_id || merged_into !== pc_id)
}
