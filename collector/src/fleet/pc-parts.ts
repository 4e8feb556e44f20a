/** Ranges of PC ids to be asked of several connections at once: one pass over all PCs is bound by one processor. */
import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../store/dialect/dialect.ts'

/** Twice as many as a SQLite ledger has readers (store/dialect/sqlite.ts): with one more than them the last would be worked out alone. */
const PARTS = 6

/** A condition on a column that holds a PC id. The ranges of a fleet hold each id once; they are not equally full. */
export type PcPart = (pcId: RawBuilder<unknown>) => RawBuilder<boolean>

export async function pcParts({ read }: Pick<Database, 'read'>): Promise<PcPart[]> {
  const { rows } = await sql<{ first: number | null; last: number | null }>`
    select (select min(id) from pc) as first, (select max(id) from pc) as last`.execute(read)
  const [first, last] = [Number(rows[0]?.first ?? 0), Number(rows[0]?.last ?? 0)]
  const length = Math.ceil((last - first + 1) / PARTS)
  return Array.from({ length: PARTS }, (_, part): PcPart => {
    // A PC that joins in between belongs to the last.
    const [from, to] = [sql.lit(first + part * length), sql.lit(first + (part + 1) * length)]
    return (pcId) => (part === PARTS - 1 ? sql<boolean>`${pcId} >= ${from}` : sql<boolean>`${pcId} >= ${from} and ${pcId} < ${to}`)
  })
}
