/** Reads everything the ledger holds of one PC: its facts as they are now, and how they changed. */
import type { PcEvent, PcHistory, PcPage } from '@somay/shared/api/pcs.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '../../access/access.ts'
import { inScope, mayBeNamed } from '../../access/scope.ts'
import { Problem } from '../../platform/problem.ts'
import type { Database } from '../../store/dialect/dialect.ts'
import { decodeBody } from '../../store/fact-encoding.ts'
import { familyOf } from '../../store/merging/family.ts'
import { carriedOf } from '../bundles/carried.ts'
import { STATE_SQL } from '../pc-list/columns.ts'
import { valueSql } from '../pc-list/order.ts'
import { readAsset } from './asset.ts'

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
  unit_id: number
  retired_at: number | null
  exempt_since: number | null
  merged_into: number | null
}

type FactRow = { fact: string; since: number; encoding: number; body: Buffer }

export type PcRequest = { readonly id: number; readonly scope: Scope; readonly at: number; readonly silentBefore: number }

export async function readPcPage(database: Database, { id, scope, at, silentBefore }: PcRequest): Promise<PcPage> {
  const state = valueSql(STATE_SQL, { at, silentBefore })
  const { rows } = await sql<PcRow>`
    select pc.id, pc.name, unit.name as unit, ${state} as state, pc.enrolled_at, c.last_seen_at, c.inventory_at, c.agent_version, c.skew_ms, pc.unit_id, pc.retired_at, pc.merged_into,
      (select max(x.since) from pc_exemption x where x.pc_id = pc.id and x.until is null) as exempt_since
    from pc join pc_contact c on c.pc_id = pc.id join unit on unit.id = pc.unit_id
    where pc.id = ${id} and ${inScope(database.dialect, scope, sql`pc.unit_id`)} and ${mayBeNamed(scope, sql`pc.id`)}`.execute(
    database.read,
  )
  const [pc] = rows
  if (!pc) throw new Problem('pc-not-found')
  const [facts, events, asset] = await Promise.all([readFacts(database, id), readEvents(database, id), readAsset(database, id, scope)])
  return {
    id: pc.id,
    name: pc.name,
    unit: pc.unit,
    unitId: pc.unit_id,
    retired: pc.retired_at !== null,
    ...(pc.exempt_since !== null && { exemptSince: pc.exempt_since }),
    ...(asset !== undefined && { asset }),
    ...(pc.merged_into !== null && { mergedInto: pc.merged_into }),
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

/** Kinds of which only who did it is told, and with which PC. */
const MARKS = ['exempted', 'exemption-ended', 'merged', 'merge-undone', 'told-apart', 'split']

/** Kinds whose detail names units as `from` and `to`. */
const STEPS = ['moved', 'retired', 'returned', 'went-along']

async function readEvents({ read }: Database, pcId: number): Promise<PcEvent[]> {
  const rows = await read
    .selectFrom('event')
    .select(['at', 'kind', 'who', 'detail'])
    .where(sql<boolean>`pc_id in ${familyOf(pcId)}`)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(EVENTS_SHOWN)
    .execute()
  const units = await unitNames(read, rows)
  return rows.map(({ at, kind, who, detail }) => {
    const { otherPcId, from, to, day } = JSON.parse(detail) as { otherPcId?: number; from?: number; to?: number; day?: string }
    const [left, reached] = [units.get(from ?? 0), units.get(to ?? 0)]
    return {
      at,
      kind,
      ...(otherPcId === undefined || otherPcId === pcId ? {} : { otherPcId }),
      ...(kind === 'bundle-imported' ? { carried: carriedOf(who, detail) } : {}),
      ...(left === undefined
        ? {}
        : { step: { who, from: left, ...(reached !== undefined && { to: reached }), ...(day !== undefined && { day }) } }),
      ...(MARKS.includes(kind) && { who }),
    }
  })
}

/** Of the units that moves name; without a move nothing is read. */
async function unitNames(
  read: Database['read'],
  events: readonly { kind: string; detail: string }[],
): Promise<ReadonlyMap<number, string>> {
  const ids = events
    .filter(({ kind }) => STEPS.includes(kind))
    .flatMap(({ detail }) => {
      const { from, to } = JSON.parse(detail) as { from?: number; to?: number }
      return [from, to].filter((id) => id !== undefined)
    })
  if (ids.length === 0) return new Map()
  const units = await read
    .selectFrom('unit')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(units.map(({ id, name }) => [id, name]))
}

async function readFacts({ read }: Database, pcId: number): Promise<FactRow[]> {
  const { rows } = await sql<FactRow>`
    select f.fact, f.since, b.encoding, b.body from pc_fact f join fact_body b on b.id = f.body_id where f.pc_id = ${pcId} and f.until is null
    union all
    select fact, since, encoding, body from pc_latest where pc_id = ${pcId} order by fact`.execute(read)
  return rows
}

const HISTORY_PAGE = 50

type ChangeRow = {
  fact: string
  at: number
  earlier: number
  now_encoding: number | null
  now_body: Buffer | null
  before_encoding: number | null
  before_body: Buffer | null
}

/** Starts with what stood until then, and ends that nothing took the place of. */
const CHANGES_SQL = `
  select f.fact, f.since as at, f.body_id as now_id, g.body_id as before_id,
    case when exists (select 1 from pc_fact e where e.pc_id = f.pc_id and e.fact = f.fact and e.since < f.since) then 1 else 0 end as earlier
  from pc_fact f left join pc_fact g on g.pc_id = f.pc_id and g.fact = f.fact and g.until = f.since
  where f.pc_id in :family
  union all
  select f.fact, f.until as at, null as now_id, f.body_id as before_id, 1 as earlier
  from pc_fact f where f.pc_id in :family and f.until is not null
    and not exists (select 1 from pc_fact g where g.pc_id = f.pc_id and g.fact = f.fact and g.since = f.until)`

/** Changes newest first, with what stood before; a fact's first value has nothing before it, one that was left out nothing after. */
export async function readPcHistory(
  database: Database,
  { id, scope }: Pick<PcRequest, 'id' | 'scope'>,
  after: string | undefined,
): Promise<PcHistory> {
  const { rows: visible } = await sql`
    select 1 from pc where pc.id = ${id} and ${inScope(database.dialect, scope, sql`pc.unit_id`)} and ${mayBeNamed(scope, sql`pc.id`)}`.execute(
    database.read,
  )
  if (visible.length === 0) throw new Problem('pc-not-found')
  const [first = '', second = '', third = ''] = CHANGES_SQL.split(':family')
  const { rows } = await sql<ChangeRow>`
    select f.fact, f.at, f.earlier, b.encoding as now_encoding, b.body as now_body, p.encoding as before_encoding, p.body as before_body
    from (${sql.raw(first)}${familyOf(id)}${sql.raw(second)}${familyOf(id)}${sql.raw(third)}) as f
    left join fact_body b on b.id = f.now_id left join fact_body p on p.id = f.before_id
    where ${beyond(after)} order by f.at desc, f.fact limit ${HISTORY_PAGE + 1}`.execute(database.read)
  const shown = rows.slice(0, HISTORY_PAGE)
  const last = shown.at(-1)
  return {
    changes: shown.map((row) => {
      const [now, before] = [bodyOf(row.now_encoding, row.now_body), bodyOf(row.before_encoding, row.before_body)]
      return {
        fact: row.fact,
        at: row.at,
        ...(now === undefined ? {} : { now }),
        ...(before === undefined ? {} : { before }),
        ...(before === undefined && row.earlier === 1 ? { again: true as const } : {}),
      }
    }),
    ...(rows.length > HISTORY_PAGE && last ? { next: `${last.at}.${last.fact}` } : {}),
  }
}

function bodyOf(encoding: number | null, body: Buffer | null): FactBody | undefined {
  return encoding === null || body === null ? undefined : decodeBody({ encoding, body })
}

function beyond(after: string | undefined): RawBuilder<unknown> {
  if (after === undefined) return sql`1 = 1`
  const [, at, fact] = /^(\d{1,16})\.([a-z0-9-]+)$/.exec(after) ?? []
  if (at === undefined || fact === undefined)
    throw new Problem('query-invalid', { vi: 'after: không phải vị trí trong lịch sử này', en: 'after: not a cursor of this history' })
  return sql`(f.at < ${Number(at)} or (f.at = ${Number(at)} and f.fact > ${fact}))`
}
