/** Facts that change by themselves every day: one row per PC and fact with the latest body, replaced in place and never part of the history. */
import { keepsHistory } from '@somay/shared/facts/index.ts'
import { type Kysely, sql } from 'kysely'
import type { Dialect } from '../dialect/dialect.ts'
import type { Tables } from '../tables.ts'
import type { FactChanges } from './facts.ts'
import type { IncomingReport } from './incoming.ts'

const ROWS = { pc_id: 'int', fact: 'text', since: 'int', hash: 'hex', encoding: 'int', at: 'int', size: 'int' } as const

/** The bodies lie in the rows themselves, because one that nothing points to any more would stay among the shared ones for ever. */
export async function writeLatest(db: Kysely<Tables>, dialect: Dialect, changes: ReadonlyMap<IncomingReport, FactChanges>): Promise<void> {
  const rows: unknown[][] = []
  const parts: Uint8Array[] = []
  let at = 0
  for (const [{ pcId, bodies, pack }, { at: since, starts }] of changes) {
    const started = new Set(starts.filter(([fact]) => !keepsHistory(fact)).map(([fact]) => fact))
    if (started.size === 0) continue
    let from = 0
    for (const { fact, hash, encoding, size } of bodies) {
      if (started.has(fact)) {
        rows.push([pcId, fact, since, hash, encoding, at, size])
        parts.push(pack.subarray(from, from + size))
        at += size
      }
      from += size
    }
  }
  if (rows.length === 0) return
  await sql`
    insert into pc_latest (pc_id, fact, since, hash, encoding, body)
    select j.pc_id, j.fact, j.since, j.hash, j.encoding, ${dialect.slice(Buffer.concat(parts), sql`j.at`, sql`j.size`)}
    from ${dialect.rows('j', ROWS, JSON.stringify(rows))} where true
    on conflict (pc_id, fact) do update set since = excluded.since, hash = excluded.hash, encoding = excluded.encoding, body = excluded.body`.execute(
    db,
  )
}

export async function dropLatest(db: Kysely<Tables>, dialect: Dialect, changes: ReadonlyMap<IncomingReport, FactChanges>): Promise<void> {
  const rows = [...changes].flatMap(([{ pcId }, { dropped }]) => dropped.map((fact) => [pcId, fact]))
  if (rows.length === 0) return
  await sql`
    delete from pc_latest where (pc_id, fact) in
      (select j.pc_id, j.fact from ${dialect.rows('j', { pc_id: 'int', fact: 'text' }, JSON.stringify(rows))})`.execute(db)
}
