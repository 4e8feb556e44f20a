/** Enrolment in one transaction: the token is used, the PC recognised or made, its evidence and credential kept, the event written. */
import { fold } from '@somay/shared/text/fold.ts'
import { type Kysely, sql } from 'kysely'
import type { Dialect } from './dialect/dialect.ts'
import { type EvidencePiece, recognise } from './identity.ts'
import type { Tables } from './tables.ts'

export type NewEnrolment = {
  readonly tokenHash: string
  readonly hostName: string
  readonly agentVersion: string
  readonly publicKey: string
  readonly credentialHash: string
  readonly pieces: readonly EvidencePiece[]
  readonly at: number
}

/**
 * Enrols in the given order inside the caller's transaction: the PC's id, or undefined where the token is not good (wrong,
 * expired, used up, revoked).
 */
export async function enrolPcs(db: Kysely<Tables>, dialect: Dialect, enrolments: readonly NewEnrolment[]): Promise<(number | undefined)[]> {
  const ids: (number | undefined)[] = []
  for (const enrolment of enrolments) ids.push(await enrolWithin(db, dialect, enrolment))
  return ids
}

async function enrolWithin(db: Kysely<Tables>, dialect: Dialect, enrolment: NewEnrolment): Promise<number | undefined> {
  const unitId = await useToken(db, enrolment)
  if (unitId === undefined) return undefined
  const recognised = recognise(enrolment.pieces, await readCandidates(db, dialect, enrolment.pieces))
  const pcId = recognised ?? (await makePc(db, unitId, enrolment))
  if (recognised !== undefined) await endEarlierAgent(db, pcId, enrolment.at)
  await db
    .insertInto('credential')
    .values({ hash: enrolment.credentialHash, pc_id: pcId, public_key: enrolment.publicKey, created_at: enrolment.at, revoked_at: null })
    .execute()
  await writeEvidence(db, dialect, pcId, enrolment)
  const kind = recognised === undefined ? 'enrolled' : 'enrolled-again'
  const detail = JSON.stringify({ unitId, hostName: enrolment.hostName })
  await db.insertInto('event').values({ at: enrolment.at, kind, pc_id: pcId, who: 'agent', detail }).execute()
  return pcId
}

async function endEarlierAgent(db: Kysely<Tables>, pcId: number, at: number): Promise<void> {
  await db.updateTable('credential').set({ revoked_at: at }).where('pc_id', '=', pcId).where('revoked_at', 'is', null).execute()
  // The new agent starts with an empty memory of what was acknowledged, so it will offer everything again.
  await db.updateTable('pc_contact').set({ manifest_hash: null }).where('pc_id', '=', pcId).execute()
}

async function useToken(db: Kysely<Tables>, { tokenHash, at }: NewEnrolment): Promise<number | undefined> {
  const used = await db
    .updateTable('enrol_token')
    .set((set) => ({ used_count: set('used_count', '+', 1) }))
    .where('hash', '=', tokenHash)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', at)
    .whereRef('used_count', '<', 'use_limit')
    .returning('unit_id')
    .executeTakeFirst()
  return used?.unit_id
}

async function readCandidates(
  db: Kysely<Tables>,
  dialect: Dialect,
  pieces: readonly EvidencePiece[],
): Promise<Map<number, EvidencePiece[]>> {
  const candidates = new Map<number, EvidencePiece[]>()
  if (pieces.length === 0) return candidates
  const json = JSON.stringify(pieces.map(({ kind, value }) => [kind, value]))
  const { rows } = await sql<{ pc_id: number } & EvidencePiece>`
    select all_of.pc_id, all_of.kind, all_of.value from evidence all_of where all_of.pc_id in (
      select e.pc_id from ${dialect.rows('j', { kind: 'text', value: 'text' }, json)}
      join evidence e on e.kind = j.kind and e.value = j.value where e.kind <> 'machine-id')`.execute(db)
  for (const { pc_id, kind, value } of rows) candidates.set(pc_id, [...(candidates.get(pc_id) ?? []), { kind, value }])
  return candidates
}

async function makePc(db: Kysely<Tables>, unitId: number, { hostName, agentVersion, at }: NewEnrolment): Promise<number> {
  const key = fold(hostName)
  const { id } = await db
    .insertInto('pc')
    .values({ unit_id: unitId, name: hostName, name_key: key, enrolled_at: at, reasons: '{}' } as never)
    .returning('id')
    .executeTakeFirstOrThrow()
  await db.insertInto('pc_search').values({ pc_id: id, unit_id: unitId, text: key }).execute()
  await db
    .insertInto('pc_contact')
    .values({ pc_id: id, report_count: 0, agent_version: agentVersion } as never)
    .execute()
  return id
}

async function writeEvidence(db: Kysely<Tables>, dialect: Dialect, pcId: number, { pieces, at }: NewEnrolment): Promise<void> {
  if (pieces.length === 0) return
  const json = JSON.stringify(pieces.map(({ kind, value }) => [kind, value, pcId, at]))
  await sql`
    insert into evidence (kind, value, pc_id, seen_at) select j.kind, j.value, j.pc_id, j.seen_at
    from ${dialect.rows('j', { kind: 'text', value: 'text', pc_id: 'int', seen_at: 'int' }, json)} where true
    on conflict (kind, value, pc_id) do update set seen_at = excluded.seen_at`.execute(db)
}
