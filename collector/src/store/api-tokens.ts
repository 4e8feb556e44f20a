/** API tokens for scripts: a role, scopes, an end; only the hash is kept. */

import type { Role } from '@somay/shared/api/session.ts'
import type { Standing } from '@somay/shared/api/tokens.ts'
import { withoutControls } from '@somay/shared/text/plain.ts'
import { hashSecret, newSecret } from '../platform/secrets.ts'
import { writeDeed } from './deeds.ts'
import type { Database } from './dialect/dialect.ts'
import { UnitUnknown } from './people.ts'
import { namedScopes, type StoredScope, scopeOf, scopeWords, unitsOf, writeScope } from './scopes.ts'
import { type Given, standingOf } from './token-standing.ts'

export type NewApiToken = {
  readonly label: string
  readonly role: Role
  readonly at: number
  readonly expiresAt: number | null
  readonly scope: StoredScope
  readonly who: string
}

/** Returns the token itself, the only time anyone sees it. */
export function createApiToken(database: Database, { label, role, at, expiresAt, scope, who }: NewApiToken): Promise<Given> {
  const token = newSecret('som_api')
  return database.write(async (db) => {
    const { id } = await db
      .insertInto('api_token')
      .values({ hash: hashSecret(token), label, role, created_at: at, expires_at: expiresAt, revoked_at: null, made_by: who })
      .returning('id')
      .executeTakeFirstOrThrow()
    if (!(await writeScope(db, database.dialect, { holder: 'token_id', id, scope }))) throw new UnitUnknown()
    const units = scopeWords((await namedScopes({ read: db }, 'token_id')).get(id))
    await writeDeed(db, { at, who, kind: 'api-token-created', detail: { token: id, label, role, units, expiresAt } })
    return { id, token }
  })
}

export type ApiToken = { readonly id: number; readonly label: string; readonly role: Role; readonly scope: StoredScope }

/** What a script signs with: no user name has a blank or a colon, so it is taken for no person, whatever its label says. */
export function signatureOf({ id, label }: Pick<ApiToken, 'id' | 'label'>): string {
  return `API: ${withoutControls(label)} (#${id})`
}

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
  return { id: row.id, label: row.label, role: row.role as Role, scope: scopeOf(scopes) }
}

export type ListedApiToken = {
  readonly id: number
  readonly label: string
  readonly role: Role
  readonly units: { id: number; name: string; validTo?: string }[] | null
  readonly madeBy: string
  readonly createdAt: number
  readonly expiresAt: number | undefined
  readonly standing: Standing
}

/** All of them, newest first, without what they open by. */
export async function listApiTokens(database: Database, now: number): Promise<ListedApiToken[]> {
  const rows = await database.read.selectFrom('api_token').selectAll().orderBy('id', 'desc').execute()
  const scopes = await namedScopes(database, 'token_id')
  return rows.map((row) => ({
    id: row.id,
    label: row.label,
    role: row.role as Role,
    units: unitsOf(scopes, row.id),
    madeBy: row.made_by,
    createdAt: row.created_at,
    expiresAt: row.expires_at ?? undefined,
    standing: standingOf(row, now),
  }))
}

/** False when there is no such token that is still good. */
export function revokeApiToken(
  database: Database,
  id: number,
  { who, at }: { readonly who: string; readonly at: number },
): Promise<boolean> {
  return database.write(async (db) => {
    const revoked = await db
      .updateTable('api_token')
      .set({ revoked_at: at })
      .where('id', '=', id)
      .where('revoked_at', 'is', null)
      .returning(['label'])
      .executeTakeFirst()
    if (revoked) await writeDeed(db, { at, who, kind: 'api-token-revoked', detail: { token: id, label: revoked.label } })
    return revoked !== undefined
  })
}
