/** Enrolment tokens: each belongs to a unit, expires, has a use limit and can be revoked; only its hash is kept. */
import { hashSecret, newSecret } from '../platform/secrets.ts'
import type { ListedToken } from './api-tokens.ts'
import type { Database } from './dialect/dialect.ts'

export type NewEnrolToken = {
  readonly unitId: number
  readonly label: string
  readonly at: number
  readonly validMs: number
  readonly useLimit: number
}

/** Returns the token itself, the only time anyone sees it. */
export async function createEnrolToken(database: Database, { unitId, label, at, validMs, useLimit }: NewEnrolToken): Promise<string> {
  const token = newSecret('som_enrol')
  await database.write((db) =>
    db
      .insertInto('enrol_token')
      .values({
        hash: hashSecret(token),
        unit_id: unitId,
        label,
        created_at: at,
        expires_at: at + validMs,
        use_limit: useLimit,
        used_count: 0,
        revoked_at: null,
      })
      .execute(),
  )
  return token
}

/** All of them, newest first; `opens` is the unit and how often the token was used. */
export async function listEnrolTokens({ read }: Database): Promise<ListedToken[]> {
  const rows = await read
    .selectFrom('enrol_token')
    .innerJoin('unit', 'unit.id', 'enrol_token.unit_id')
    .select(['enrol_token.id', 'label', 'unit.name', 'used_count', 'use_limit', 'expires_at', 'revoked_at'])
    .orderBy('enrol_token.id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    label: row.label,
    opens: `${row.name}, ${row.used_count}/${row.use_limit}`,
    ends: row.expires_at,
    revoked: row.revoked_at !== null,
  }))
}

/** False when there is no such token that is still good; PCs that joined with it stay. */
export async function revokeEnrolToken(database: Database, id: number, at: number): Promise<boolean> {
  const done = await database.write((db) =>
    db
      .updateTable('enrol_token')
      .set({ revoked_at: at })
      .where('id', '=', id)
      .where('revoked_at', 'is', null)
      .returning('id')
      .executeTakeFirst(),
  )
  return done !== undefined
}
