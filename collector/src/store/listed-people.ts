/** Everybody who may log in, or once might, for those who manage people. */
import type { Person } from '@somay/shared/api/people.ts'
import type { Role } from '@somay/shared/api/session.ts'
import { sql } from 'kysely'
import type { Database } from './dialect/dialect.ts'
import { namedScopes, unitsOf } from './scopes.ts'

export async function listPeople(database: Database, now: number): Promise<Person[]> {
  const { rows } = await sql<Row>`
    select person.id, user_name, full_name, role, disabled_at, totp_secret is not null as second_factor, must_change, last_log_in_at,
      (select count(*) from session where session.person_id = person.id and session.expires_at > ${now}) as sessions
    from person order by user_name`.execute(database.read)
  const scopes = await namedScopes(database, 'person_id')
  return rows.map((row) => ({
    id: row.id,
    userName: row.user_name,
    fullName: row.full_name,
    role: row.role as Role,
    units: unitsOf(scopes, row.id),
    disabled: row.disabled_at !== null,
    secondFactor: Boolean(row.second_factor),
    mustChangePassword: row.must_change === 1,
    ...(row.last_log_in_at !== null && { lastLogInAt: row.last_log_in_at }),
    sessions: Number(row.sessions),
  }))
}

type Row = {
  id: number
  user_name: string
  full_name: string
  role: string
  disabled_at: number | null
  second_factor: number | boolean
  must_change: number
  last_log_in_at: number | null
  sessions: number
}
