/** Gives PCs their credentials and ends the ones they had before. */
import { type Kysely, sql } from 'kysely'
import type { Dialect } from './dialect/dialect.ts'
import { writeEvents } from './events.ts'
import type { Tables } from './tables.ts'

export type NewCredential = {
  readonly pcId: number
  readonly credentialHash: string
  readonly publicKey: string
  readonly at: number
  /** The PC was there before, so an earlier agent of it ends. */
  readonly again: boolean
}

/** In the order given; of several for one PC the last is good. */
export async function giveCredentials(db: Kysely<Tables>, dialect: Dialect, given: readonly NewCredential[]): Promise<void> {
  if (given.length === 0) return
  await endEarlier(
    db,
    dialect,
    given.filter(({ again }) => again),
  )
  const lastOf = new Map(given.map(({ pcId, credentialHash }) => [pcId, credentialHash]))
  const columns = { hash: 'text', pc_id: 'int', public_key: 'text', created_at: 'int', revoked_at: 'int' } as const
  const rows = given.map(({ credentialHash, pcId, publicKey, at }) => {
    const revokedAt = lastOf.get(pcId) === credentialHash ? null : at
    return [credentialHash, pcId, publicKey, at, revokedAt]
  })
  await sql`
    insert into credential (hash, pc_id, public_key, created_at, renewals, revoked_at)
    select j.hash, j.pc_id, j.public_key, j.created_at, 0, j.revoked_at from ${dialect.rows('j', columns, JSON.stringify(rows))}`.execute(
    db,
  )
}

async function endEarlier(db: Kysely<Tables>, dialect: Dialect, given: readonly NewCredential[]): Promise<void> {
  if (given.length === 0) return
  const rows = dialect.rows('j', { pc_id: 'int', at: 'int' }, JSON.stringify(given.map(({ pcId, at }) => [pcId, at])))
  // A shared one stays: it is the only thing by which the other PCs that hold it can ask for their own.
  await sql`
    update credential set revoked_at = j.at from ${rows}
    where credential.pc_id = j.pc_id and credential.revoked_at is null and credential.shared_at is null`.execute(db)
  // The new agent starts with an empty memory of what was acknowledged, so it will offer everything again.
  await sql`update pc_contact set manifest_hash = null from ${rows} where pc_contact.pc_id = j.pc_id`.execute(db)
}

type Replacement = Pick<NewCredential, 'credentialHash' | 'publicKey' | 'at'> & { readonly heldHash: string }

/** Good beside the one it replaces until it is first used: an answer may be lost, and the PC must not be locked out. */
export async function offerReplacement(db: Kysely<Tables>, pcId: number, replacement: Replacement): Promise<void> {
  const { credentialHash: hash, publicKey, heldHash, at } = replacement
  // An earlier offer that was never used did not arrive.
  await db.updateTable('credential').set({ revoked_at: at }).where('replaces', '=', heldHash).where('pc_id', '=', pcId).execute()
  await db
    .insertInto('credential')
    .values({
      hash,
      pc_id: pcId,
      public_key: publicKey,
      created_at: at,
      replaces: heldHash,
      came_from: heldHash,
      shared_at: null,
      renewals: 0,
      revoked_at: null,
    })
    .execute()
}

/** The first use of a replacement ends the one before. That still opens the way to a new one: disks are restored to earlier states. */
export async function takePlace(db: Kysely<Tables>, dialect: Dialect, hash: string, at: number): Promise<void> {
  const own = await db.selectFrom('credential').select(['pc_id', 'replaces']).where('hash', '=', hash).executeTakeFirst()
  if (!own || own.replaces === null) return
  await db.updateTable('credential').set({ replaces: null }).where('hash', '=', hash).execute()
  await db.updateTable('credential').set({ shared_at: at }).where('hash', '=', own.replaces).where('shared_at', 'is', null).execute()
  await writeEvents(db, dialect, [{ at, kind: 'key-rotated', pcId: own.pc_id, who: 'agent', detail: {} }])
}
