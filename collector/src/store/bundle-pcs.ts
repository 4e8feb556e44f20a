/** Whose bundle it is: the PC that holds the key it was signed with, or a new one in the unit the importer names. */
import { type Kysely, sql } from 'kysely'
import type { Database, Dialect } from './dialect/dialect.ts'
import { type Newcomer, settle } from './enrolments.ts'
import { writeEvents } from './events.ts'
import { readEvidence } from './evidence.ts'
import { type EvidencePiece, tellApart } from './identity.ts'
import { closeJoinedWithOneKey } from './shared-keys.ts'
import type { Tables } from './tables.ts'

export type KeyHolder = {
  readonly pcId: number
  readonly unitId: number
  /** How far the collector's clock was ahead of the agent's at the last contact over the line. */
  readonly skewMs: number | null
  readonly inventoryAt: number | null
  readonly lastReportId: string | null
  /** `revoked` by an administrator or a later enrolment; `shared` by several PCs. */
  readonly key: 'good' | 'revoked' | 'shared'
}

type Row = {
  readonly pc_id: number
  readonly revoked_at: number | null
  readonly shared_at: number | null
  readonly unit_id: number
  readonly skew_ms: number | null
  readonly inventory_at: number | null
  readonly last_report_id: string | null
}

/**
 * Of several credentials with one key, as after enrolling again, a good one counts before a revoked one. A key that came to several PCs with a
 * disk image names none of them: then `pieces`, what the bundle tells of its PC, must.
 */
export async function findKeyHolder(
  { read, dialect }: Database,
  publicKey: string,
  pieces: readonly EvidencePiece[],
): Promise<KeyHolder | undefined> {
  const rows: Row[] = await read
    .selectFrom('credential as k')
    .innerJoin('pc', 'pc.id', 'k.pc_id')
    .innerJoin('pc_contact as c', 'c.pc_id', 'k.pc_id')
    .select(['k.pc_id', 'k.revoked_at', 'k.shared_at', 'pc.unit_id', 'c.skew_ms', 'c.inventory_at', 'c.last_report_id'])
    .where('k.public_key', '=', publicKey)
    .orderBy('k.created_at', 'desc')
    .execute()
  const live = rows.filter(({ revoked_at }) => revoked_at === null)
  const pcIds = [...new Set(live.map(({ pc_id }) => pc_id))]
  const [first] = live.length > 0 ? live : rows
  if (first === undefined || pcIds.length < 2) return first && holderOf(first)
  const evidence = await readEvidence(read, dialect, pcIds)
  const meant = tellApart(pieces, new Map(pcIds.map((id) => [id, evidence.get(id) ?? []])))
  const row = live.find(({ pc_id }) => pc_id === meant)
  return row ? holderOf(row) : { ...holderOf(first), key: 'shared' }
}

function holderOf(row: Row): KeyHolder {
  return {
    pcId: row.pc_id,
    unitId: row.unit_id,
    skewMs: row.skew_ms,
    inventoryAt: row.inventory_at,
    lastReportId: row.last_report_id,
    key: row.shared_at !== null ? 'shared' : row.revoked_at !== null ? 'revoked' : 'good',
  }
}

type Joining = Newcomer & { readonly unitId: number; readonly who: string }

export type Joined = { readonly pcId: number; readonly isNew: boolean }

/** Joins a PC that never reached the collector; by its evidence it may be one the unit already has, and then it is not new. */
export function joinByBundle({ dialect, write }: Database, newcomer: Joining): Promise<Joined> {
  return write((db) => joinWithin(db, dialect, newcomer))
}

async function joinWithin(db: Kysely<Tables>, dialect: Dialect, newcomer: Joining): Promise<Joined> {
  const [settled] = await settle(db, dialect, [newcomer])
  if (!settled) throw new Error('one PC was to be settled')
  const { pcId, at, again, alikePcId, unitId, hostName, who } = settled
  const kind = again ? 'enrolled-again' : alikePcId === undefined ? 'enrolled' : 'enrolled-alike'
  const detail = { unitId, hostName, ...(alikePcId === undefined ? {} : { otherPcId: alikePcId }) }
  await writeEvents(db, dialect, [{ at, kind, pcId, who, detail }])
  await closeJoinedWithOneKey(db, dialect, [settled])
  return { pcId, isNew: !again }
}

export type Carried = {
  readonly pcId: number
  readonly at: number
  readonly who: string
  readonly carriedBy: string
  readonly reportId: string
  readonly madeAt: number
}

/** Once for each report: asked again at a repeated import, it mends what a collector that fell over right after storing the report left out. */
export function noteImport({ dialect, write }: Database, { pcId, at, who, ...detail }: Carried): Promise<void> {
  return write(async (db) => {
    const { rows: noted } = await sql`
      select 1 from event where pc_id = ${pcId} and kind = 'bundle-imported'
        and ${dialect.jsonText(sql`detail`, 'reportId')} = ${detail.reportId} limit 1`.execute(db)
    if (noted.length === 0) await writeEvents(db, dialect, [{ at, kind: 'bundle-imported', pcId, who, detail }])
  })
}
