/** Sessions of logged-in people, in the database so that they survive a restart and can be ended by an administrator. */
import { hashSecret } from '../platform/secrets.ts'
import { writeDeed } from './deeds.ts'
import type { Database } from './dialect/dialect.ts'

export type StoredSession = { readonly personId: number | undefined; readonly data: string; readonly expiresAt: number }

// Kept under its hash: whoever reads the database cannot take over a session.
export const sessionKey = (sessionId: string): string => hashSecret(sessionId)

export async function saveSession(database: Database, sessionId: string, { personId, data, expiresAt }: StoredSession): Promise<void> {
  const row = { person_id: personId ?? null, data, expires_at: expiresAt }
  await database.write((db) =>
    db
      .insertInto('session')
      .values({ id: sessionKey(sessionId), ...row })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute(),
  )
}

export async function readSession({ read }: Database, sessionId: string, now: number): Promise<string | undefined> {
  const row = await read
    .selectFrom('session')
    .select('data')
    .where('id', '=', sessionKey(sessionId))
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row?.data
}

export async function endSession(database: Database, sessionId: string): Promise<void> {
  await database.write((db) => db.deleteFrom('session').where('id', '=', sessionKey(sessionId)).execute())
}

export type ListedSession = { readonly id: string; readonly data: string; readonly expiresAt: number }

/** Those that still open, the newest first; `id` is the hash of what the browser holds, and opens nothing. */
export async function sessionsOf({ read }: Database, personId: number, now: number): Promise<ListedSession[]> {
  const rows = await read
    .selectFrom('session')
    .select(['id', 'data', 'expires_at'])
    .where('person_id', '=', personId)
    .where('expires_at', '>', now)
    .orderBy('expires_at', 'desc')
    .limit(100)
    .execute()
  return rows.map(({ id, data, expires_at }) => ({ id, data, expiresAt: expires_at }))
}

/** Ends one session of a person, or all of them; how many that were. */
export function endSessionsOf(database: Database, personId: number, ending: EndedSessions): Promise<number> {
  const { id, who, at } = ending
  return database.write(async (db) => {
    const person = await db.selectFrom('person').select('user_name').where('id', '=', personId).executeTakeFirst()
    if (!person) return 0
    let all = db.deleteFrom('session').where('person_id', '=', personId)
    if (id !== undefined) all = all.where('id', '=', id)
    const ended = await all.returning('id').execute()
    if (ended.length > 0)
      await writeDeed(db, { at, who, kind: 'sessions-ended', detail: { person: person.user_name, count: ended.length } })
    return ended.length
  })
}

type EndedSessions = { readonly id?: string; readonly who: string; readonly at: number }

export async function dropEndedSessions(database: Database, now: number): Promise<void> {
  await database.write((db) => db.deleteFrom('session').where('expires_at', '<=', now).execute())
}

export async function noteLogIn(database: Database, personId: number, at: number): Promise<void> {
  await database.write((db) => db.updateTable('person').set({ last_log_in_at: at }).where('id', '=', personId).execute())
}
