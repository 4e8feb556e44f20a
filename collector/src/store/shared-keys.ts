/** Closes the credentials of PCs that share a key with another: they open nothing more until each PC has fetched its own (DESIGN law 4). */
import { type Kysely, sql } from 'kysely'
import type { Dialect } from './dialect/dialect.ts'
import { writeEvents } from './events.ts'
import { readEvidence } from './evidence.ts'
import { type EvidencePiece, isSurelyOne } from './identity.ts'
import type { Tables } from './tables.ts'

/** `pieces` are what the other PC told of itself, `known` what was ever seen on this one. */
export type SharedKey = {
  readonly pcId: number
  readonly at: number
  readonly reportId?: string
  readonly pieces: readonly EvidencePiece[]
  readonly known: readonly EvidencePiece[]
}

/** What a PC brought when it joined. */
type Joined = { readonly publicKey: string; readonly at: number }

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

/**
 * PCs that joined with a key another one holds, as those set up from an image that was enrolled already. Both are marked, each once, and keep
 * what is their own: a credential with another key, which a PC fetched since, stays good. Two rows that are surely one box share nothing.
 */
export async function closeJoinedWithOneKey(db: Kysely<Tables>, dialect: Dialect, joined: readonly Joined[]): Promise<void> {
  const sharing = await holdersOfOneKey(
    db,
    dialect,
    joined.map(({ publicKey }) => publicKey),
  )
  if (sharing.length === 0) return
  const evidence = await readEvidence(
    db,
    dialect,
    sharing.map(({ pcId }) => pcId),
  )
  const piecesOf = (pcId: number) => evidence.get(pcId) ?? []
  const closing = sharing.flatMap(({ publicKey, pcId, isOpen }) => {
    const others = sharing.filter((other) => other.publicKey === publicKey && other.pcId !== pcId)
    const other = isOpen ? others.find((one) => !isSurelyOne(piecesOf(pcId), piecesOf(one.pcId))) : undefined
    return other ? [{ publicKey, pcId, otherPcId: other.pcId }] : []
  })
  if (closing.length === 0) return
  const at = Math.max(...joined.map((one) => one.at))
  const rows = JSON.stringify(closing.map(({ publicKey, pcId }) => [publicKey, pcId]))
  await sql`
    update credential set shared_at = ${at} from ${dialect.rows('j', { key: 'text', pc_id: 'int' }, rows)}
    where credential.public_key = j.key and credential.pc_id = j.pc_id and credential.revoked_at is null and credential.shared_at is null`.execute(
    db,
  )
  await writeEvents(
    db,
    dialect,
    closing.map(({ pcId, otherPcId }) => ({
      at,
      kind: 'key-shared',
      pcId,
      who: 'collector',
      detail: { otherPcId, found: piecesOf(otherPcId), known: piecesOf(pcId) },
    })),
  )
}

type KeyHolder = { readonly publicKey: string; readonly pcId: number; readonly isOpen: boolean }

/** Of these keys those that several PCs in the ledger hold; `isOpen` where that key still opens the collector for this PC. */
async function holdersOfOneKey(db: Kysely<Tables>, dialect: Dialect, keys: readonly string[]): Promise<KeyHolder[]> {
  if (keys.length === 0) return []
  const { rows } = await sql<{ public_key: string; pc_id: number; open: number }>`
    select * from (
      select k.public_key, k.pc_id, max(case when k.shared_at is null then 1 else 0 end) as open, count(*) over (partition by k.public_key) as pcs
      from ${dialect.rows('j', { key: 'text' }, JSON.stringify([...new Set(keys)].map((key) => [key])))}
      join credential k on k.public_key = j.key and k.revoked_at is null
      join pc on pc.id = k.pc_id and pc.retired_at is null and pc.merged_into is null
      group by k.public_key, k.pc_id) held
    where pcs > 1 order by pc_id`.execute(db)
  return rows.map(({ public_key, pc_id, open }) => ({ publicKey: public_key, pcId: pc_id, isOpen: Number(open) === 1 }))
}
