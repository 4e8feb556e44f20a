/** Matches assets of the register to PCs that reported: certain ones are made, doubtful ones put on the desk; harmless when done again. */
import { type Kysely, sql } from 'kysely'
import type { Database, Dialect } from '../dialect/dialect.ts'
import { measureAnew } from '../measures.ts'
import { forgetRolled } from '../rolled-counts.ts'
import type { Tables } from '../tables.ts'
import { markExempt } from './exempt-items.ts'
import { readPairs, refreshModels } from './match-clues.ts'
import { decideMatches, type ScoredPair } from './match-decisions.ts'
import { modelDiffers, scoreMatch } from './match-score.ts'
import { linkEntries } from './pc-times.ts'

export type Matched = { readonly certain: number; readonly doubtful: number }

/** Read outside the transaction, so that reports of agents do not wait for it; what became true meanwhile is minded when it is written, one matching at a time. */
export async function matchRegister(
  database: Database,
  { at, timeZone }: { readonly at: number; readonly timeZone: string },
): Promise<Matched> {
  const scored: ScoredPair[] = []
  const differing = new Set<number>()
  for await (const pairs of readPairs(database))
    for (const { item, pc } of pairs) {
      scored.push({ itemId: item.itemId, pcId: pc.pcId, basis: scoreMatch(item, pc) })
      if (modelDiffers(item.nameKey, pc)) differing.add(item.itemId)
    }
  const found = decideMatches(scored)
  const made = await database.write(async (db) => {
    await database.dialect.alone(db, 'matching')
    const certain = await stillOpen(db, database.dialect, found.certain)
    await insertMatches(db, database.dialect, certain, { who: '', at, differing })
    await db.deleteFrom('register_doubt').execute()
    const doubtful = await stillOpen(db, database.dialect, found.doubtful)
    await insertDoubts(db, database.dialect, doubtful)
    if (certain.length > 0) await markExempt(db, database.dialect, { who: '', at, timeZone })
    return { certain: certain.length, doubtful: doubtful.length }
  })
  await refreshModels(database)
  return made
}

/** Of pairs that were read before this transaction: neither was matched, written off, merged or taken out, nor were they told apart since. */
async function stillOpen(db: Kysely<Tables>, dialect: Dialect, pairs: readonly ScoredPair[]): Promise<readonly ScoredPair[]> {
  if (pairs.length === 0) return pairs
  const places = pairs.map(({ itemId, pcId }, place) => [place, itemId, pcId])
  const rows = dialect.rows('j', { place: 'int', item_id: 'int', pc_id: 'int' }, JSON.stringify(places))
  const { rows: open } = await sql<{ place: number }>`
    select j.place from ${rows} join pc on pc.id = j.pc_id and pc.retired_at is null and pc.merged_into is null
    where exists (select 1 from register_entry e where e.item_id = j.item_id and e.until_day is null)
      and not exists (select 1 from register_match m where m.item_id = j.item_id)
      and not exists (select 1 from register_match m where m.pc_id = j.pc_id)
      and not exists (select 1 from register_apart a where a.item_id = j.item_id and a.pc_id = j.pc_id)
    order by j.place`.execute(db)
  return open.map(({ place }) => pairs[place] as ScoredPair)
}

const PAIR = { item_id: 'int', pc_id: 'int', score: 'int', basis: 'text', differs: 'int' } as const

export async function insertMatches(
  db: Kysely<Tables>,
  dialect: Dialect,
  pairs: readonly ScoredPair[],
  { who, at, differing }: { readonly who: string; readonly at: number; readonly differing: ReadonlySet<number> },
): Promise<void> {
  if (pairs.length === 0) return
  const values = pairs.map(({ itemId, pcId, basis }) => [itemId, pcId, basis.score, basisText(basis), Number(differing.has(itemId))])
  const rows = dialect.rows('j', PAIR, JSON.stringify(values))
  await sql`
    insert into register_match (item_id, pc_id, score, basis, model_differs, who, at)
    select j.item_id, j.pc_id, j.score, j.basis, j.differs, ${who}, ${sql.lit(at)} from ${rows}
    where not exists (select 1 from register_match m where m.item_id = j.item_id or m.pc_id = j.pc_id)`.execute(db)
  await linkEntries(db, sql`select j.item_id from ${rows}`)
  await forgetDaysOf(
    db,
    dialect,
    pairs.map(({ itemId }) => itemId),
  )
  await measureAnew(db, dialect, sql`select j.pc_id from ${rows}`)
}

/** Counts hold these assets by another state from their first day on. */
export async function forgetDaysOf(db: Kysely<Tables>, dialect: Dialect, itemIds: readonly number[]): Promise<void> {
  const ids = dialect.rows('j', { id: 'int' }, JSON.stringify(itemIds.map((id) => [id])))
  const { rows } = await sql<{
    day: string | null
  }>`select min(from_day) as day from register_entry where item_id in (select j.id from ${ids})`.execute(db)
  const day = rows[0]?.day
  if (day) await forgetRolled(db, dialect, day)
}

async function insertDoubts(db: Kysely<Tables>, dialect: Dialect, doubtful: readonly ScoredPair[]): Promise<void> {
  if (doubtful.length === 0) return
  const rows = dialect.rows(
    'j',
    { item_id: 'int', pc_id: 'int', score: 'int', basis: 'text' },
    JSON.stringify(doubtful.map(({ itemId, pcId, basis }) => [itemId, pcId, basis.score, basisText(basis)])),
  )
  await sql`insert into register_doubt (item_id, pc_id, score, basis) select j.item_id, j.pc_id, j.score, j.basis from ${rows} where true`.execute(
    db,
  )
}

function basisText({ agree, against }: ScoredPair['basis']): string {
  return JSON.stringify({ agree, against })
}
