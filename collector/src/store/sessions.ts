/** Sessions of logged-in people, in the database so that they survive a restart and can be ended by an administrator. */
import { hashSecret } from '../platform/secrets.ts'
import type { Database } from './dialect/dialect.ts'

export type StoredSession = { readonly personId: number | undefined; readonly data: string; readonly expiresAt: number }

// Kept under its hash: whoever reads the database cannot take over a session.
const keyOf = (sessionId: string) => hashSecret(sessionId)

export async function saveSession(database: Database, sessionId: string, { personId, data, expiresAt }: StoredSession): Promise<void> {
  const row = { person_id: personId ?? null, data, expires_at: expiresAt }
  await database.write((db) =>
    db
      .insertInto('session')
      .values({ id: keyOf(sessionId), ...row })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute(),
  )
}

export async function readSession({ read }: Database, sessionId: string, now: number): Promise<string | undefined> {
  const row = await read
    .selectFrom('session')
    .select('data')
    .where('id', '=', keyOf(sessionId))
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row?.data
}

export async function endSession(database: Database, sessionId: string): Promise<void> {
  await database.write((db) => db.deleteFrom('session').where('id', '=', keyOf(sessionId)).execute())
}

export async function dropEndedSessions(database: Database, now: number): Promise<void> {
  await database.write((db) => db.deleteFrom('session').where('expires_at', '<=', now).execute())
}
