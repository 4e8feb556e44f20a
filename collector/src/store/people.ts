/** People with a role and unit scopes; the password is kept as an argon2 text only. */
import type { Role } from '@somay/shared/api/session.ts'
import type { Kysely } from 'kysely'
import { writeDeed } from './deeds.ts'
import type { Database } from './dialect/dialect.ts'
import { type StoredScope, scopeOf, writeScope } from './scopes.ts'
import type { Tables } from './tables.ts'

export type NewPerson = {
  readonly userName: string
  readonly fullName?: string
  readonly role: Role
  readonly passwordHash: string
  /** The password was shown to somebody else and must be changed first. */
  readonly mustChange?: boolean
  readonly at: number
  readonly scope: StoredScope
  /** Who lets them in; the first administrator lets themself in. */
  readonly who?: string
}

export type Person = {
  readonly id: number
  readonly userName: string
  readonly fullName: string
  readonly role: Role
  readonly passwordHash: string
  readonly mustChange: boolean
  readonly totpSecret: string | undefined
  readonly scope: StoredScope
}

/** Thrown inside the transaction, so that nothing of it stands; the routes turn it into the register's words. */
export class UnitUnknown extends Error {}

/** The new person's id; undefined when the user name is taken. */
export function createPerson(database: Database, person: NewPerson): Promise<number | undefined> {
  const { userName, fullName = '', role, passwordHash, mustChange = false, at, scope, who = userName } = person
  return database.write(async (db) => {
    const made = await db
      .insertInto('person')
      .values({
        user_name: userName,
        full_name: fullName.normalize('NFC'),
        role,
        password_hash: passwordHash,
        must_change: mustChange ? 1 : 0,
        created_at: at,
        disabled_at: null,
      })
      .onConflict((conflict) => conflict.column('user_name').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!made) return undefined
    if (!(await writeScope(db, database.dialect, { holder: 'person_id', id: made.id, scope }))) throw new UnitUnknown()
    await writeDeed(db, { at, who, kind: 'person-created', detail: { person: userName, role, units: await scopeNames(db, made.id) } })
    return made.id
  })
}

export function findPersonByName(database: Database, userName: string): Promise<Person | undefined> {
  return findPerson(database, 'user_name', userName)
}

export function findPersonById(database: Database, id: number): Promise<Person | undefined> {
  return findPerson(database, 'id', id)
}

async function findPerson({ read }: Database, column: 'id' | 'user_name', value: string | number): Promise<Person | undefined> {
  const row = await read
    .selectFrom('person')
    .selectAll()
    .where(column, '=', value as never)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  const scopes = await read.selectFrom('scope').select('unit_id').where('person_id', '=', row.id).execute()
  return {
    id: row.id,
    userName: row.user_name,
    fullName: row.full_name,
    role: row.role as Role,
    passwordHash: row.password_hash,
    mustChange: row.must_change === 1,
    totpSecret: row.totp_secret ?? undefined,
    scope: scopeOf(scopes),
  }
}

export async function hasAdministrator({ read }: Pick<Database, 'read'>): Promise<boolean> {
  const row = await read
    .selectFrom('person')
    .select('id')
    .where('role', '=', 'administrator')
    .where('disabled_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Names of the units a person sees, or `all`: for the log. */
export async function scopeNames(db: Kysely<Tables>, personId: number): Promise<string | string[]> {
  const rows = await db
    .selectFrom('scope')
    .leftJoin('unit', 'unit.id', 'scope.unit_id')
    .select(['scope.unit_id', 'unit.name'])
    .where('scope.person_id', '=', personId)
    .orderBy('unit.order_no')
    .execute()
  return rows.some(({ unit_id }) => unit_id === null) ? 'all' : rows.flatMap(({ name }) => name ?? [])
}
