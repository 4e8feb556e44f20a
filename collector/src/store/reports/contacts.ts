/** Writes what every accepted report changes: the contact row, the days of presence, and its id when it carried an inventory. */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Dialect } from '../dialect/dialect.ts'
import { forgetRolled } from '../rolled-counts.ts'
import type { Tables } from '../tables.ts'
import { type IncomingReport, PRESENCE_BITS, type PresenceBit, type PresenceBits } from './incoming.ts'
import type { KnownContact } from './known.ts'

const CONTACT_ROWS = {
  pc_id: 'int',
  last_seen_at: 'int',
  last_report_id: 'text',
  report_count: 'int',
  manifest_hash: 'text',
  inventory_at: 'int',
  state: 'text',
  state_at: 'int',
  skew_ms: 'int',
  agent_version: 'text',
} as const

const PRESENCE_ROWS = {
  pc_id: 'int',
  month: 'int',
  ...(Object.fromEntries(PRESENCE_BITS.map((bit) => [bit, 'int'])) as Record<PresenceBit, 'int'>),
} as const

const ADDED_BITS = sql.join(
  PRESENCE_BITS.map((bit) => sql`${sql.ref(bit)} = ${sql.ref(`presence.${bit}`)} | ${sql.ref(`excluded.${bit}`)}`),
)

export type Accepted = {
  readonly report: IncomingReport
  readonly known: KnownContact
  /** The manifest hash the store now holds completely; null when bodies are still missing. */
  readonly manifestHash: string | null
  readonly inventoryAt: number | null
}

export async function writeContacts(db: Kysely<Tables>, dialect: Dialect, accepted: readonly Accepted[]): Promise<void> {
  if (accepted.length === 0) return
  const json = JSON.stringify(accepted.map(contactRow))
  await sql`
    update pc_contact set last_seen_at = j.last_seen_at, last_report_id = j.last_report_id, report_count = j.report_count,
      manifest_hash = j.manifest_hash, inventory_at = j.inventory_at, state = j.state, state_at = j.state_at, skew_ms = j.skew_ms,
      agent_version = j.agent_version
    from ${dialect.rows('j', CONTACT_ROWS, json)} where pc_contact.pc_id = j.pc_id`.execute(db)
}

function contactRow({ report, known, manifestHash, inventoryAt }: Accepted): unknown[] {
  const late = known.last_report_id !== null && report.id < known.last_report_id
  const stateIsNewer = report.state !== undefined && report.state.at >= (known.state_at ?? 0)
  return [
    report.pcId,
    Math.max(report.receivedAt, known.last_seen_at ?? 0),
    late ? known.last_report_id : report.id,
    // A late plain check-in leaves no id behind, so it cannot be told from its own repeat: it is not counted again.
    known.report_count + (late && !report.manifest ? 0 : 1),
    manifestHash,
    inventoryAt,
    stateIsNewer ? report.state.value : known.state,
    stateIsNewer ? report.state.at : known.state_at,
    report.receivedAt - report.sentAt,
    report.agentVersion,
  ]
}

/** Sets day bits; months whose bits all stand already (most check-ins of a day) are not written. */
export async function writePresence(db: Kysely<Tables>, dialect: Dialect, accepted: readonly Accepted[]): Promise<void> {
  const rows = accepted.flatMap(({ report, known }) =>
    report.presence
      .filter((bits, index) => index > 0 || addsToToday(bits, known))
      .map((bits) => [report.pcId, bits.month, ...PRESENCE_BITS.map((bit) => bits[bit])]),
  )
  if (rows.length === 0) return
  const told = dialect.rows('j', PRESENCE_ROWS, JSON.stringify(rows))
  const earliest = await firstNewDay(db, told)
  await sql`
    insert into presence (pc_id, month, ${sql.join(PRESENCE_BITS.map((bit) => sql.ref(bit)))})
    select j.pc_id, j.month, ${sql.join(PRESENCE_BITS.map((bit) => sql.ref(`j.${bit}`)))}
    from ${told} where true
    on conflict (pc_id, month) do update set ${ADDED_BITS}`.execute(db)
  // A sample, however late, changes the counts of its day and of those after it.
  if (earliest !== undefined) await forgetRolled(db, dialect, earliest)
}

const NEW_DAYS = sql<number>`(${sql.join(
  PRESENCE_BITS.map((bit) => sql`(${sql.ref(`j.${bit}`)} & ~coalesce(${sql.ref(`p.${bit}`)}, 0))`),
  sql.raw(' | '),
)})`

/** "2026-09-30" of the first day of which more is told than stands already; most samples tell again what is known. */
async function firstNewDay(db: Kysely<Tables>, told: RawBuilder<unknown>): Promise<string | undefined> {
  const { rows } = await sql<{ month: number; first: number }>`
    select j.month, min(${NEW_DAYS} & -${NEW_DAYS}) as first from ${told} left join presence p on p.pc_id = j.pc_id and p.month = j.month
    where ${NEW_DAYS} <> 0 group by j.month order by j.month limit 1`.execute(db)
  const [earliest] = rows
  if (!earliest) return undefined
  const month = String(earliest.month)
  const day = Math.log2(Number(earliest.first)) + 1
  return `${month.slice(0, 4)}-${month.slice(4)}-${String(day).padStart(2, '0')}`
}

function addsToToday(bits: PresenceBits, known: KnownContact): boolean {
  return PRESENCE_BITS.some((bit) => {
    const before = known[bit]
    return before === null || (bits[bit] & ~before) !== 0
  })
}

export async function writeReportIds(db: Kysely<Tables>, dialect: Dialect, accepted: readonly Accepted[]): Promise<void> {
  const rows = accepted
    .filter(({ report }) => report.manifest)
    .map(({ report }) => [report.id, report.pcId, report.receivedAt, report.agentTakenAt, report.sentAt, report.agentVersion])
  if (rows.length === 0) return
  const columns = { id: 'text', pc_id: 'int', received_at: 'int', taken_at: 'int', sent_at: 'int', agent_version: 'text' } as const
  await sql`
    insert into report (id, pc_id, received_at, taken_at, sent_at, agent_version)
    select j.id, j.pc_id, j.received_at, j.taken_at, j.sent_at, j.agent_version from ${dialect.rows('j', columns, JSON.stringify(rows))} where true
    on conflict (id, pc_id) do nothing`.execute(db)
}
