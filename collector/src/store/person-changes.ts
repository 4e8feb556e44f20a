/** What is changed about people: name, role, units, password, whether they may come in; each with its deed in the log. */
import type { Role } from '@somay/shared/api/session.ts'
import type { Kysely } from 'kysely'
import { writeDeed } from './deeds.ts'
import type { Database } from './dialect/dialect.ts'
import { scopeNames, UnitUnknown } from './people.ts'
import { type StoredScope, writeScope } from './scopes.ts'
import type { Tables } from './tables.ts'

/** Thrown inside the transaction when nobody would be left to administer all units. */
export class LastAdministrator extends Error {}

export type PersonChange = {
  readonly fullName?: string | undefined
  readonly role?: Role | undefined
  readonly scope?: StoredScope | undefined
  readonly disabled?: boolean | undefined
}

type By = { readonly who: string; readonly at: number }

/** False when there is no such person. A person who is let in no more has no sessions either. */
export function changePerson(database: Database, id: number, change: PersonChange, { who, at }: By): Promise<boolean> {
  return database.write(async (db) => {
    const before = await standingOf(db, id)
    if (!before) return false
    const { fullName, role, scope, disabled } = change
    const set = {
      ...(fullName !== undefined && { full_name: fullName.normalize('NFC') }),
      ...(role !== undefined && { role }),
      ...(disabled !== undefined && { disabled_at: disabled ? at : null }),
    }
    if (Object.keys(set).length > 0) await db.updateTable('person').set(set).where('id', '=', id).execute()
    if (scope !== undefined && !(await writeScope(db, database.dialect, { holder: 'person_id', id, scope }))) throw new UnitUnknown()
    if (disabled) await db.deleteFrom('session').where('person_id', '=', id).execute()
    const after = await standingOf(db, id)
    await keepAdministrator(db)
    const detail = { person: before.person, ...differenceOf(before, after ?? before) }
    if (Object.keys(detail.new).length > 0) await writeDeed(db, { at, who, kind: disabled ? 'person-disabled' : 'person-changed', detail })
    return true
  })
}

/** False when there is no such person. Ends the sessions but the one named, because whoever knew the old password may sit in one. */
export function changePassword(
  database: Database,
  id: number,
  { passwordHash, mustChange, keep }: { readonly passwordHash: string; readonly mustChange: boolean; readonly keep?: string | undefined },
  { who, at }: By,
): Promise<boolean> {
  return database.write(async (db) => {
    const changed = await db
      .updateTable('person')
      .set({ password_hash: passwordHash, must_change: mustChange ? 1 : 0 })
      .where('id', '=', id)
      .returning('user_name')
      .executeTakeFirst()
    if (!changed) return false
    await db
      .deleteFrom('session')
      .where('person_id', '=', id)
      .where('id', '<>', keep ?? '')
      .execute()
    await writeDeed(db, { at, who, kind: 'person-password', detail: { person: changed.user_name } })
    return true
  })
}

export async function idOfPerson({ read }: Database, userName: string): Promise<number | undefined> {
  return (await read.selectFrom('person').select('id').where('user_name', '=', userName).executeTakeFirst())?.id
}

type Standing = Readonly<Record<string, unknown>>

async function standingOf(db: Kysely<Tables>, id: number): Promise<Standing | undefined> {
  const row = await db
    .selectFrom('person')
    .select(['user_name', 'full_name', 'role', 'disabled_at'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  return {
    person: row.user_name,
    fullName: row.full_name,
    role: row.role,
    disabled: row.disabled_at !== null,
    units: await scopeNames(db, id),
  }
}

function differenceOf(before: Standing, after: Standing): { old: Standing; new: Standing } {
  const changed = Object.keys(after).filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
  const pick = (from: Standing) => Object.fromEntries(changed.map((key) => [key, from[key]]))
  return { old: pick(before), new: pick(after) }
}

/** Units and people are managed by administrators over the whole tree alone: one of them must be left. */
async function keepAdministrator(db: Kysely<Tables>): Promise<void> {
  const left = await db
    .selectFrom('person')
    .innerJoin('scope', 'scope.person_id', 'person.id')
    .select('person.id')
    .where('person.role', '=', 'administrator')
    .where('person.disabled_at', 'is', null)
    .where('scope.unit_id', 'is', null)
    .limit(1)
    .executeTakeFirst()
  if (!left) throw new LastAdministrator()
}
