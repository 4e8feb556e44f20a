/** What a batch of inventories changes in the facts of their PCs, and the writing of it: the end of one row and the start of the next. */
import { keepsHistory } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { type Kysely, sql } from 'kysely'
import type { Dialect } from '../dialect/dialect.ts'
import { wrongInFact } from '../fact-shape.ts'
import type { Tables } from '../tables.ts'
import { readBodies } from './fact-bodies.ts'
import type { IncomingReport } from './incoming.ts'
import { dropLatest, writeLatest } from './latest.ts'

/**
 * One inventory against what the ledger holds of its PC: `starts` are facts with a new body, `gone` those the manifest no longer
 * names, `ended` those whose row in the history ends by either, `dropped` those whose latest body leaves without another in its place,
 * `found` bodies the report did not bring but the store holds, `missing` the facts whose bodies nobody brought yet.
 */
export type FactChanges = {
  readonly at: number
  readonly starts: [fact: string, hash: string][]
  readonly gone: string[]
  readonly ended: string[]
  readonly dropped: string[]
  readonly found: [string, FactBody][]
  readonly missing: string[]
}

/** `first` when the PC had none before; `at` is from when on it holds. */
export type Inventory = { readonly report: IncomingReport; readonly first: boolean; readonly at: number }

/** The bodies the reports brought must be written before. */
export async function readChanges(
  db: Kysely<Tables>,
  dialect: Dialect,
  inventories: readonly Inventory[],
): Promise<Map<IncomingReport, FactChanges>> {
  const held = await readHeld(
    db,
    dialect,
    inventories.filter((inventory) => !inventory.first).map((inventory) => inventory.report.pcId),
  )
  const changes = new Map<IncomingReport, FactChanges>()
  const lookUps: { report: IncomingReport; fact: string; hash: string }[] = []
  for (const { report, at } of inventories) {
    const facts = held.get(report.pcId)
    const own: FactChanges = { at, starts: [], gone: [], ended: [], dropped: [], found: [], missing: [] }
    changes.set(report, own)
    const brought = new Set(report.bodies.map((body) => body.fact))
    const named = new Set<string>()
    for (const [fact, hash] of report.manifest ?? []) {
      named.add(fact)
      if (facts?.get(fact)?.hash === hash) continue
      if (brought.has(fact)) start(report, own, fact, hash)
      // Latest bodies are not shared between PCs: nobody else could have brought this one.
      else if (!keepsHistory(fact)) own.missing.push(fact)
      else lookUps.push({ report, fact, hash })
    }
    for (const [fact, { inHistory }] of facts ?? []) {
      if (named.has(fact)) continue
      own.gone.push(fact)
      if (inHistory) own.ended.push(fact)
      else own.dropped.push(fact)
    }
  }
  const found = await readBodies(
    db,
    dialect,
    lookUps.map((lookUp) => lookUp.hash),
  )
  for (const { report, fact, hash } of lookUps) {
    const own = changes.get(report)
    const body = found.get(hash)
    // A hash may name a body that some other fact brought: it was checked as that one.
    if (body === undefined || wrongInFact(fact, body) !== undefined) own?.missing.push(fact)
    else if (own) {
      own.found.push([fact, body])
      start(report, own, fact, hash)
    }
  }
  return changes

  function start(report: IncomingReport, own: FactChanges, fact: string, hash: string): void {
    own.starts.push([fact, hash])
    const before = held.get(report.pcId)?.get(fact)
    if (before?.inHistory) own.ended.push(fact)
    // Its mark changed with a newer version: from now on it has a history.
    else if (before && keepsHistory(fact)) own.dropped.push(fact)
  }
}

export async function writeChanges(db: Kysely<Tables>, dialect: Dialect, changes: ReadonlyMap<IncomingReport, FactChanges>): Promise<void> {
  const ends: unknown[][] = []
  const starts: unknown[][] = []
  for (const [{ pcId }, { at, ended, starts: own }] of changes) {
    for (const fact of ended) ends.push([pcId, fact, at])
    for (const [fact, hash] of own) if (keepsHistory(fact)) starts.push([pcId, fact, at, hash])
  }
  await endRows(db, dialect, ends)
  await startRows(db, dialect, starts)
  await dropLatest(db, dialect, changes)
  await writeLatest(db, dialect, changes)
}

type HeldRow = { pc_id: number; fact: string; hash: Buffer; in_history: number }
type Held = ReadonlyMap<string, { readonly hash: string; readonly inHistory: boolean }>

async function readHeld(db: Kysely<Tables>, dialect: Dialect, pcIds: readonly number[]): Promise<Map<number, Held>> {
  const current = new Map<number, Map<string, { hash: string; inHistory: boolean }>>()
  if (pcIds.length === 0) return current
  const pcs = dialect.rows('j', { pc_id: 'int' }, JSON.stringify(pcIds.map((id) => [id])))
  const { rows } = await sql<HeldRow>`
    select f.pc_id, f.fact, b.hash, 1 as in_history from ${pcs}
    join pc_fact f on f.pc_id = j.pc_id and f.until is null join fact_body b on b.id = f.body_id
    union all
    select l.pc_id, l.fact, l.hash, 0 as in_history from ${pcs} join pc_latest l on l.pc_id = j.pc_id`.execute(db)
  for (const { pc_id, fact, hash, in_history } of rows) {
    const held = current.get(pc_id) ?? new Map()
    current.set(pc_id, held.set(fact, { hash: hash.toString('hex'), inHistory: in_history === 1 }))
  }
  return current
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
