/** Whose credential it is, asked of the database at most once a minute per agent and once for all that ask together. */
import { sql } from 'kysely'
import type { Database } from './dialect/dialect.ts'

export type Credentials = {
  /** The PC of a credential's hash; undefined when it is wrong or revoked. */
  pcOf(credentialHash: string): Promise<number | undefined> | number | undefined
  forget(): void
}

// A revoked credential may go on for this long on collectors other than the one that revoked it.
const BELIEVED_MS = 60_000
const KEPT = 200_000

export function createCredentials(database: Database, now: () => number): Credentials {
  const believed = new Map<string, { pcId: number; until: number }>()
  let asking: Promise<ReadonlyMap<string, number>> | undefined
  let asked: string[] = []

  // Requests that arrive while the previous question is under way are asked together in the next.
  function ask(credentialHash: string): Promise<number | undefined> {
    asked.push(credentialHash)
    asking ??= new Promise((resolve) => setImmediate(resolve)).then(() => {
      const hashes = asked
      asked = []
      asking = undefined
      return readPcs(database, hashes)
    })
    return asking.then((pcs) => believe(credentialHash, pcs.get(credentialHash)))
  }

  function believe(credentialHash: string, pcId: number | undefined): number | undefined {
    if (pcId === undefined) return undefined
    if (believed.size >= KEPT) believed.clear()
    believed.set(credentialHash, { pcId, until: now() + BELIEVED_MS })
    return pcId
  }

  return {
    pcOf(credentialHash) {
      const known = believed.get(credentialHash)
      return known && known.until > now() ? known.pcId : ask(credentialHash)
    },
    forget: () => believed.clear(),
  }
}

async function readPcs({ read, dialect }: Database, hashes: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ hash: string; pc_id: number }>`
    select c.hash, c.pc_id from ${dialect.rows('j', { hash: 'text' }, JSON.stringify(hashes.map((hash) => [hash])))}
    join credential c on c.hash = j.hash and c.revoked_at is null`.execute(read)
  return new Map(rows.map((row) => [row.hash, row.pc_id]))
}
