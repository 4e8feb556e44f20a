/** Writes and reads bodies of facts with a history: each stored once by its hash, whoever reported it. */
import { keepsHistory } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { type Kysely, sql } from 'kysely'
import type { Dialect } from '../dialect/dialect.ts'
import { decodeBody } from '../fact-encoding.ts'
import type { Tables } from '../tables.ts'
import type { IncomingReport } from './incoming.ts'

export async function writeBodies(db: Kysely<Tables>, dialect: Dialect, reports: readonly IncomingReport[]): Promise<void> {
  const bodies = new Map<string, unknown[]>()
  const packs: Uint8Array[] = []
  let offset = 0
  for (const { pack, bodies: packed } of reports) {
    packs.push(pack)
    for (const { fact, hash, encoding, size } of packed) {
      if (keepsHistory(fact) && !bodies.has(hash)) bodies.set(hash, [hash, encoding, offset, size])
      offset += size
    }
  }
  if (bodies.size === 0) return
  // In order of hash: neighbours in the index are written together, and two collectors on one PostgreSQL take locks in the same order.
  const rows = [...bodies.keys()].sort().map((hash) => bodies.get(hash))
  await sql`
    insert into fact_body (hash, encoding, body)
    select j.hash, j.encoding, ${dialect.slice(Buffer.concat(packs), sql`j.at`, sql`j.size`)}
    from ${dialect.rows('j', { hash: 'hex', encoding: 'int', at: 'int', size: 'int' }, JSON.stringify(rows))} where true
    on conflict (hash) do nothing`.execute(db)
}

/** Bodies by their hash; those the store lacks are missing from the map. */
export async function readBodies(db: Kysely<Tables>, dialect: Dialect, hashes: readonly string[]): Promise<Map<string, FactBody>> {
  if (hashes.length === 0) return new Map()
  const json = JSON.stringify([...new Set(hashes)].map((hash) => [hash]))
  const { rows } = await sql<{ hash: Buffer; encoding: number; body: Buffer }>`
    select b.hash, b.encoding, b.body from ${dialect.rows('j', { hash: 'hex' }, json)} join fact_body b on b.hash = j.hash`.execute(db)
  return new Map(rows.map((row) => [row.hash.toString('hex'), decodeBody(row)]))
}
