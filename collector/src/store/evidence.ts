/** Reads and keeps which pieces of evidence were ever seen on which PC. */
import { type Kysely, sql } from 'kysely'
import type { Dialect } from './dialect/dialect.ts'
import type { EvidencePiece } from './identity.ts'
import type { Tables } from './tables.ts'

export type EvidenceByPc = Map<number, EvidencePiece[]>

export type SeenPiece = EvidencePiece & { readonly pcId: number; readonly since: number }

type Row = { pc_id: number } & EvidencePiece

export async function readEvidence(db: Kysely<Tables>, dialect: Dialect, pcIds: readonly number[]): Promise<EvidenceByPc> {
  if (pcIds.length === 0) return new Map()
  const { rows } = await sql<Row>`
    select e.pc_id, e.kind, e.value from ${dialect.rows('j', { pc_id: 'int' }, JSON.stringify(pcIds.map((id) => [id])))}
    join evidence e on e.pc_id = j.pc_id`.execute(db)
  return byPc(rows)
}

/** All evidence of every PC that shares a piece with these; a machine id alone makes nobody a candidate, disk images copy it. */
export async function readCandidates(
  db: Kysely<Tables>,
  dialect: Dialect,
  pieces: readonly EvidencePiece[],
): Promise<Map<number, { unitId: number; pieces: EvidencePiece[] }>> {
  const telling = pieces.filter(({ kind }) => kind !== 'machine-id')
  if (telling.length === 0) return new Map()
  const json = JSON.stringify(telling.map(({ kind, value }) => [kind, value]))
  const { rows } = await sql<Row & { unit_id: number }>`
    select all_of.pc_id, all_of.kind, all_of.value, pc.unit_id from evidence all_of join pc on pc.id = all_of.pc_id and pc.merged_into is null where all_of.pc_id in (
      select e.pc_id from ${dialect.rows('j', { kind: 'text', value: 'text' }, json)} join evidence e on e.kind = j.kind and e.value = j.value)`.execute(
    db,
  )
  const unitOf = new Map(rows.map((row) => [row.pc_id, row.unit_id]))
  return new Map([...byPc(rows)].map(([pc, own]) => [pc, { unitId: unitOf.get(pc) as number, pieces: own }]))
}

/** Pieces already known of a PC stay as they are. */
export async function writeEvidence(db: Kysely<Tables>, dialect: Dialect, seen: readonly SeenPiece[]): Promise<void> {
  if (seen.length === 0) return
  const json = JSON.stringify(seen.map(({ kind, value, pcId, since }) => [kind, value, pcId, since]))
  await sql`
    insert into evidence (kind, value, pc_id, since) select j.kind, j.value, j.pc_id, j.since
    from ${dialect.rows('j', { kind: 'text', value: 'text', pc_id: 'int', since: 'int' }, json)} where true
    on conflict (kind, value, pc_id) do nothing`.execute(db)
}

function byPc(rows: readonly Row[]): EvidenceByPc {
  const found: EvidenceByPc = new Map()
  for (const { pc_id, kind, value } of rows) {
    const pieces = found.get(pc_id)
    if (pieces) pieces.push({ kind, value })
    else found.set(pc_id, [{ kind, value }])
  }
  return found
}
