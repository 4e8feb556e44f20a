/** People with a role and unit scopes; the password is kept as an argon2 text only. */
import type { Role } from '@somay/shared/api/session.ts'
import type { Database } from './dialect/dialect.ts'

export type NewPerson = {
  readonly userName: string
  readonly role: Role
  readonly passwordHash: string
  readonly at: number
  readonly scope: 'all' | readonly number[]
}

export type Person = {
  readonly id: number
  readonly userName: string
  readonly role: Role
  readonly passwordHash: string
  readonly scope: 'all' | readonly number[]
}

/** The new person's id; undefined when the user name is taken. */
export function createPerson(database: Database, { userName, role, passwordHash, at, scope }: NewPerson): Promise<number | undefined> {
  return database.write(async (db) => {
    const made = await db
      .insertInto('person')
      .values({ user_name: userName, role, password_hash: passwordHash, created_at: at, disabled_at: null })
      .onConflict((conflict) => conflict.column('user_name').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!made) return undefined
    const units = scope === 'all' ? [null] : scope
    if (units.length > 0)
      await db
        .insertInto('scope')
        .values(units.map((unit) => ({ person_id: made.id, token_id: null, unit_id: unit })))
        .execute()
    await db
      .insertInto('event')
      .values({ at, kind: 'person-created', pc_id: null, who: userName, detail: JSON.stringify({ role }) })
      .execute()
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
  return { id: row.id, userName: row.user_name, role: row.role as Role, passwordHash: row.password_hash, scope: scopeOf(scopes) }
}

/** A null unit is the whole tree; no row is nothing. */
export function scopeOf(rows: readonly { unit_id: number | null }[]): 'all' | readonly number[] {
  return rows.some((row) => row.unit_id === null) ? 'all' : rows.flatMap((row) => row.unit_id ?? [])
}

export async function hasAdministrator({ read }: Database): Promise<boolean> {
  const row = await read
    .selectFrom('person')
    .select('id')
    .where('role', '=', 'administrator')
    .where('disabled_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export type ListedPerson = { readonly userName: string; readonly role: string; readonly disabled: boolean }

export async function listPeople({ read }: Database): Promise<ListedPerson[]> {
  const rows = await read.selectFrom('person').select(['user_name', 'role', 'disabled_at']).orderBy('user_name').execute()
  return rows.map(({ user_name, role, disabled_at }) => ({ userName: user_name, role, disabled: disabled_at !== null }))
}

/** What may change about a person; whatever changes ends the sessions. False when nobody has this name. */
export type PersonChange = { readonly kind: 'person-password'; readonly passwordHash: string } | { readonly kind: 'person-disabled' }

export function changePerson(database: Database, userName: string, change: PersonChange, at: number): Promise<boolean> {
  const set = change.kind === 'person-password' ? { password_hash: change.passwordHash } : { disabled_at: at }
  return database.write(async (db) => {
    const changed = await db.updateTable('person').set(set).where('user_name', '=', userName).returning('id').executeTakeFirst()
    if (!changed) return false
    await db.deleteFrom('session').where('person_id', '=', changed.id).execute()
    await db.insertInto('event').values({ at, kind: change.kind, pc_id: null, who: userName, detail: '{}' }).execute()
    return true
  })
}
