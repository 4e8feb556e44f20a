/** Whose credential it is, asked of the database at most once a minute per agent and once for all that ask together. */
import { sql } from 'kysely'
import { takePlace } from './credential-rows.ts'
import type { Database } from './dialect/dialect.ts'

/** `shared` when several PCs were found to use it, or another took its place. `givenAt` in ms. */
export type Holder = { readonly pcId: number; readonly shared: boolean; readonly givenAt: number }

export type Credentials = {
  /** The holder of a credential's hash; undefined when it is wrong or revoked. */
  holderOf(credentialHash: string): Promise<Holder | undefined> | Holder | undefined
  forget(): void
}

// A revoked credential may go on for this long on collectors other than the one that revoked it.
const BELIEVED_MS = 60_000
const KEPT = 200_000

export function createCredentials(database: Database, now: () => number): Credentials {
  const believed = new Map<string, { holder: Holder; until: number }>()
  let asking: Promise<ReadonlyMap<string, Found>> | undefined
  let asked: string[] = []

  // Requests that arrive while the previous question is under way are asked together in the next.
  function ask(credentialHash: string): Promise<Holder | undefined> {
    asked.push(credentialHash)
    asking ??= new Promise((resolve) => setImmediate(resolve)).then(() => {
      const hashes = asked
      asked = []
      asking = undefined
      return readHolders(database, hashes)
    })
    return asking.then(async (holders) => {
      const found = holders.get(credentialHash)
      if (found?.isNew) {
        await database.write((db) => takePlace(db, database.dialect, credentialHash, now()))
        believed.clear()
      }
      return believe(credentialHash, found?.holder)
    })
  }

  function believe(credentialHash: string, holder: Holder | undefined): Holder | undefined {
    if (holder === undefined) return undefined
    if (believed.size >= KEPT) believed.clear()
    believed.set(credentialHash, { holder, until: now() + BELIEVED_MS })
    return holder
  }

  return {
    holderOf(credentialHash) {
      const known = believed.get(credentialHash)
      return known && known.until > now() ? known.holder : ask(credentialHash)
    },
    forget: () => believed.clear(),
  }
}

/** `isNew`: it was given for another and is used for the first time. */
type Found = { readonly holder: Holder; readonly isNew: boolean }

async function readHolders({ read, dialect }: Database, hashes: readonly string[]): Promise<Map<string, Found>> {
  const { rows } = await sql<{ hash: string; pc_id: number; created_at: number; replaces: string | null; shared_at: number | null }>`
    select c.hash, c.pc_id, c.created_at, c.replaces, c.shared_at
    from ${dialect.rows('j', { hash: 'text' }, JSON.stringify(hashes.map((hash) => [hash])))}
    join credential c on c.hash = j.hash and c.revoked_at is null`.execute(read)
  return new Map(
    rows.map(({ hash, pc_id, created_at, replaces, shared_at }) => [
      hash,
      { holder: { pcId: pc_id, shared: shared_at !== null, givenAt: created_at }, isNew: replaces !== null && shared_at === null },
    ]),
  )
}
