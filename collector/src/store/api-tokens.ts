/** API tokens for scripts: a role, scopes, an end; only the hash is kept. */
import type { Role } from '@somay/shared/api/session.ts'
import { hashSecret, newSecret } from '../platform/secrets.ts'
import type { Database } from './dialect/dialect.ts'
import { scopeOf } from './people.ts'

export type NewApiToken = {
  readonly label: string
  readonly role: Role
  readonly at: number
  readonly expiresAt: number | null
  readonly scope: 'all' | readonly number[]
}

/** Returns the token itself, the only time anyone sees it. */
export async function createApiToken(database: Database, { label, role, at, expiresAt, scope }: NewApiToken): Promise<string> {
  const token = newSecret('som_api')
  await database.write(async (db) => {
    const { id } = await db
      .insertInto('api_token')
      .values({ hash: hashSecret(token), label, role, created_at: at, expires_at: expiresAt, revoked_at: null })
      .returning('id')
      .executeTakeFirstOrThrow()
    const units = scope === 'all' ? [null] : scope
    if (units.length > 0)
      await db
        .insertInto('scope')
        .values(units.map((unit) => ({ person_id: null, token_id: id, unit_id: unit })))
        .execute()
  })
  return token
}

export type ApiToken = { readonly label: string; readonly role: Role; readonly scope: 'all' | readonly number[] }

/** Undefined when the token is wrong, expired or revoked. */
export async function findApiToken({ read }: Database, token: string, now: number): Promise<ApiToken | undefined> {
  const row = await read
    .selectFrom('api_token')
    .select(['id', 'label', 'role'])
    .where('hash', '=', hashSecret(token))
    .where('revoked_at', 'is', null)
    .where((where) => where.or([where('expires_at', 'is', null), where('expires_at', '>', now)]))
    .executeTakeFirst()
  if (!row) return undefined
  const scopes = await read.selectFrom('scope').select('unit_id').where('token_id', '=', row.id).execute()
  return { label: row.label, role: row.role as Role, scope: scopeOf(scopes) }
}

export type ListedToken = {
  readonly id: number
  readonly label: string
  readonly opens: string
  readonly ends: number | null
  readonly revoked: boolean
}

/** All of them, newest first, without what they open by. */
export async function listApiTokens({ read }: Database): Promise<ListedToken[]> {
  const rows = await read
    .selectFrom('api_token')
    .select(['id', 'label', 'role', 'expires_at', 'revoked_at'])
    .orderBy('id', 'desc')
    .execute()
  return rows.map(({ id, label, role, expires_at, revoked_at }) => ({
    id,
    label,
    opens: role,
    ends: expires_at,
    revoked: revoked_at !== null,
  }))
}

/** False when there is no such token that is still good. */
export async function revokeApiToken(database: Database, id: number, at: number): Promise<boolean> {
  const done = await database.write((db) =>
    db
      .updateTable('api_token')
      .set({ revoked_at: at })
      .where('id', '=', id)
      .where('revoked_at', 'is', null)
      .returning('id')
      .executeTakeFirst(),
  )
  return done !== undefined
}
