/** Reads everything the ledger holds of one PC: its facts as they are now, and how they changed. */
import type { PcEvent, PcHistory, PcPage } from '@somay/shared/api/pcs.ts'
import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '../../access/access.ts'
import { Problem } from '../../platform/problem.ts'
import type { Database } from '../../store/dialect/dialect.ts'
import { decodeBody } from '../../store/fact-encoding.ts'
import { STATE_SQL } from '../pc-list/columns.ts'
import { valueSql } from '../pc-list/order.ts'
import { inScope } from '../scope.ts'

type PcRow = {
  id: number
  name: string
  unit: string
  state: string | null
  enrolled_at: number
  last_seen_at: number | null
  inventory_at: number | null
  agent_version: string
  skew_ms: number | null
}

type FactRow = { fact: string; since: number; until: number | null; encoding: number; body: Buffer }

export type PcRequest = { readonly id: number; readonly scope: Scope; readonly at: number; readonly silentMs: number }

export async function readPcPage(database: Database, { id, scope, at, silentMs }: PcRequest): Promise<PcPage> {
  const state = valueSql(STATE_SQL, { at, silentMs })
  const { rows } = await sql<PcRow>`
    select pc.id, pc.name, unit.name as unit, ${state} as state, pc.enrolled_at, c.last_seen_at, c.inventory_at, c.agent_version, c.skew_ms
    from pc join pc_contact c on c.pc_id = pc.id join unit on unit.id = pc.unit_id
    where pc.id = ${id} and ${inScope(database.dialect, scope, sql`pc.unit_id`)}`.execute(database.read)
  const [pc] = rows
  if (!pc) throw new Problem('pc-not-found')
  const [facts, events] = await Promise.all([readFacts(database, sql`f.pc_id = ${id} and f.until is null`), readEvents(database, id)])
  return {
    id: pc.id,
    name: pc.name,
    unit: pc.unit,
    state: pc.state ?? 'unknown',
    enrolledAt: pc.enrolled_at,
    agentVersion: pc.agent_version,
    ...(pc.last_seen_at === null ? {} : { lastSeenAt: pc.last_seen_at }),
    ...(pc.inventory_at === null ? {} : { inventoryAt: pc.inventory_at }),
    ...(pc.skew_ms === null ? {} : { clockSkewMs: pc.skew_ms }),
    facts: facts.map((row) => ({ name: row.fact, body: decodeBody(row), since: row.since, confirmedAt: pc.inventory_at ?? row.since })),
    events,
    at,
  }
}

const EVENTS_SHOWN = 20

async function readEvents({ read }: Database, pcId: number): Promise<PcEvent[]> {
  const rows = await read
    .selectFrom('event')
    .select(['at', 'kind', 'detail'])
    .where('pc_id', '=', pcId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(EVENTS_SHOWN)
    .execute()
  return rows.map(({ at, kind, detail }) => {
    const { fromPcId } = JSON.parse(detail) as { fromPcId?: number }
    return { at, kind, ...(fromPcId === undefined || fromPcId === pcId ? {} : { fromPcId }) }
  })
}

async function readFacts({ read }: Database, where: RawBuilder<unknown>): Promise<FactRow[]> {
  const { rows } = await sql<FactRow>`
    select f.fact, f.since, f.until, b.encoding, b.body from pc_fact f join fact_body b on b.id = f.body_id where ${where} order by f.fact`.execute(
    read,
  )
  return rows
}

const HISTORY_PAGE = 50

type ChangeRow = {
  fact: string
  at: number
  now_encoding: number
  now_body: Buffer
  before_encoding: number | null
  before_body: Buffer | null
}

/** Changes newest first, with what stood before; a fact's first value has nothing before it. */
export async function readPcHistory(database: Database, { id, scope }: PcRequest, after: string | undefined): Promise<PcHistory> {
  const { rows: visible } = await sql`
    select 1 from pc where pc.id = ${id} and ${inScope(database.dialect, scope, sql`pc.unit_id`)}`.execute(database.read)
  if (visible.length === 0) throw new Problem('pc-not-found')
  const { rows } = await sql<ChangeRow>`
    select f.fact, f.since as at, b.encoding as now_encoding, b.body as now_body, p.encoding as before_encoding, p.body as before_body
    from pc_fact f join fact_body b on b.id = f.body_id
    left join pc_fact g on g.pc_id = f.pc_id and g.fact = f.fact and g.until = f.since
    left join fact_body p on p.id = g.body_id
    where f.pc_id = ${id} and ${beyond(after)} order by f.since desc, f.fact limit ${HISTORY_PAGE + 1}`.execute(database.read)
  const shown = rows.slice(0, HISTORY_PAGE)
  const last = shown.at(-1)
  return {
    changes: shown.map((row) => ({
      fact: row.fact,
      at: row.at,
      now: decodeBody({ encoding: row.now_encoding, body: row.now_body }),
      ...(row.before_body && row.before_encoding !== null
        ? { before: decodeBody({ encoding: row.before_encoding, body: row.before_body }) }
        : {}),
    })),
    ...(rows.length > HISTORY_PAGE && last ? { next: `${last.at}.${last.fact}` } : {}),
  }
}

function beyond(after: string | undefined): RawBuilder<unknown> {
  if (after === undefined) return sql`1 = 1`
  const [, at, fact] = /^(\d{1,16})\.([a-z0-9-]+)$/.exec(after) ?? []
  if (at === undefined || fact === undefined)
    throw new Problem('query-invalid', { vi: 'after: không phải vị trí trong lịch sử này', en: 'after: not a cursor of this history' })
  return sql`(f.since < ${Number(at)} or (f.since = ${Number(at)} and f.fact > ${fact}))`
}
