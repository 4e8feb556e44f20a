/** Closes the credentials of a PC that another PC was found to use: they open nothing more until each PC has fetched its own (DESIGN law 4). */
import { type Kysely, sql } from 'kysely'
import type { Dialect } from './dialect/dialect.ts'
import { writeEvents } from './events.ts'
import type { EvidencePiece } from './identity.ts'
import type { Tables } from './tables.ts'

/** `pieces` are what the other PC told of itself, `known` what was ever seen on this one. */
export type SharedKey = {
  readonly pcId: number
  readonly at: number
  readonly reportId?: string
  readonly pieces: readonly EvidencePiece[]
  readonly known: readonly EvidencePiece[]
}

export async function closeSharedKeys(db: Kysely<Tables>, dialect: Dialect, shared: readonly SharedKey[]): Promise<void> {
  if (shared.length === 0) return
  const rows = JSON.stringify(shared.map(({ pcId, at }) => [pcId, at]))
  await sql`
    update credential set shared_at = j.at from ${dialect.rows('j', { pc_id: 'int', at: 'int' }, rows)}
    where credential.pc_id = j.pc_id and credential.revoked_at is null and credential.shared_at is null`.execute(db)
  await writeEvents(
    db,
    dialect,
    shared.map(({ pcId, at, reportId, pieces, known }) => ({
      at,
      kind: 'key-shared',
      pcId,
      who: 'collector',
      detail: { ...(reportId !== undefined && { reportId }), found: pieces, known },
    })),
  )
}
