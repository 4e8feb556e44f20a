/** Writes the facts of a batch: each body once by its hash, each change as the end of one row and the start of the next. */

import type { FactBody } from '@somay/shared/facts/spec.ts'
import { type Kysely, sql } from 'kysely'
import type { Dialect } from '../dialect/dialect.ts'
import { decodeBody } from '../fact-encoding.ts'
import type { Tables } from '../tables.ts'
import type { IncomingReport } from './incoming.ts'

/**
 * One report's facts as applied: `found` are bodies the report did not bring but the store holds, `missing` the facts whose
 * bodies nobody brought yet, `gone` those the manifest no longer names.
 */
export type AppliedFacts = { changed: number; found: [string, FactBody][]; missing: string[]; gone: string[] }

type Item = { readonly report: IncomingReport; readonly first: boolean }

export async function writeFacts(db: Kysely<Tables>, dialect: Dialect, items: readonly Item[]): Promise<Map<IncomingReport, AppliedFacts>> {
  await writeBodies(db, dialect, items)
  const current = await readCurrent(
    db,
    dialect,
    items.filter((item) => !item.first).map((item) => item.report.pcId),
  )
  const applied = new Map<IncomingReport, AppliedFacts>()
  const starts: unknown[][] = []
  const ends: unknown[][] = []
  const lookUps: { report: IncomingReport; fact: string; hash: string }[] = []
  for (const { report } of items) {
    const held = current.get(report.pcId)
    const facts: AppliedFacts = { changed: 0, found: [], missing: [], gone: [] }
    applied.set(report, facts)
    const brought = new Set(report.bodies.map((body) => body.fact))
    const named = new Set<string>()
    for (const [fact, hash] of report.manifest ?? []) {
      named.add(fact)
      if (held?.get(fact) === hash) continue
      if (brought.has(fact)) change(facts, report, fact, hash)
      else lookUps.push({ report, fact, hash })
    }
    for (const fact of held?.keys() ?? []) {
      if (named.has(fact)) continue
      facts.gone.push(fact)
      ends.push([report.pcId, fact, report.takenAt])
    }
  }
  const found = await readBodies(
    db,
    dialect,
    lookUps.map((lookUp) => lookUp.hash),
  )
  for (const { report, fact, hash } of lookUps) {
    const facts = applied.get(report)
    const body = found.get(hash)
    if (!facts) continue
    if (!body) facts.missing.push(fact)
    else {
      facts.found.push([fact, body])
      change(facts, report, fact, hash)
    }
  }
  await endRows(db, dialect, ends)
  await startRows(db, dialect, starts)
  return applied

  function change(facts: AppliedFacts, report: IncomingReport, fact: string, hash: string): void {
    facts.changed++
    if (current.get(report.pcId)?.has(fact)) ends.push([report.pcId, fact, report.takenAt])
    starts.push([report.pcId, fact, report.takenAt, hash])
  }
}

async function writeBodies(db: Kysely<Tables>, dialect: Dialect, items: readonly Item[]): Promise<void> {
  const bodies = new Map<string, unknown[]>()
  const packs: Uint8Array[] = []
  let offset = 0
  for (const { report } of items) {
    packs.push(report.pack)
    for (const { hash, encoding, size } of report.bodies) {
      if (!bodies.has(hash)) bodies.set(hash, [hash, encoding, offset, size])
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

type HeldRow = { pc_id: number; fact: string; hash: Buffer }

async function readCurrent(db: Kysely<Tables>, dialect: Dialect, pcIds: readonly number[]): Promise<Map<number, Map<string, string>>> {
  const current = new Map<number, Map<string, string>>()
  if (pcIds.length === 0) return current
  const { rows } = await sql<HeldRow>`
    select f.pc_id, f.fact, b.hash from ${dialect.rows('j', { pc_id: 'int' }, JSON.stringify(pcIds.map((id) => [id])))}
    join pc_fact f on f.pc_id = j.pc_id and f.until is null join fact_body b on b.id = f.body_id`.execute(db)
  for (const { pc_id, fact, hash } of rows) {
    const held = current.get(pc_id) ?? new Map<string, string>()
    current.set(pc_id, held.set(fact, hash.toString('hex')))
  }
  return current
}

async function readBodies(db: Kysely<Tables>, dialect: Dialect, hashes: readonly string[]): Promise<Map<string, FactBody>> {
  if (hashes.length === 0) return new Map()
  const json = JSON.stringify([...new Set(hashes)].map((hash) => [hash]))
  const { rows } = await sql<{ hash: Buffer; encoding: number; body: Buffer }>`
    select b.hash, b.encoding, b.body from ${dialect.rows('j', { hash: 'hex' }, json)} join fact_body b on b.hash = j.hash`.execute(db)
  return new Map(rows.map((row) => [row.hash.toString('hex'), decodeBody(row)]))
}

async function endRows(db: Kysely<Tables>, dialect: Dialect, ends: readonly unknown[][]): Promise<void> {
  if (ends.length === 0) return
  await sql`
    update pc_fact set until = j.at from ${dialect.rows('j', { pc_id: 'int', fact: 'text', at: 'int' }, JSON.stringify(ends))}
    where pc_fact.pc_id = j.pc_id and pc_fact.fact = j.fact and pc_fact.until is null`.execute(db)
}

async function startRows(db: Kysely<Tables>, dialect: Dialect, starts: readonly unknown[][]): Promise<void> {
  if (starts.length === 0) return
  // The same instant twice for one fact (a clock that stood still) keeps the later of the two.
  await sql`
    insert into pc_fact (pc_id, fact, since, until, body_id)
    select j.pc_id, j.fact, j.since, null, b.id
    from ${dialect.rows('j', { pc_id: 'int', fact: 'text', since: 'int', hash: 'hex' }, JSON.stringify(starts))} join fact_body b on b.hash = j.hash
    where true
    on conflict (pc_id, fact, since) do update set body_id = excluded.body_id, until = null`.execute(db)
}
