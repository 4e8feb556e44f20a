/** Logs a new person in straight through the session store's own path; a new one each time, because logging out ends it. */
import type { FastifyInstance } from 'fastify'
import { hashPassword } from '#collector/access/passwords.ts'
import type { Database } from '#collector/store/database.ts'
import { createPerson } from '#collector/store/people.ts'
import type { Role } from '#shared/api/session.ts'

export const PASSWORD = 'mot mat khau dai'

let people = 0

/** Headers that carry the session and the token for changes. */
export async function logInOnce(
  app: FastifyInstance,
  database: Database,
  role: Role,
  scope: 'all' | readonly number[] = 'all',
): Promise<Record<string, string>> {
  const userName = `person-${++people}`
  // Each from a place of their own: the guard against guessing counts by address.
  const remoteAddress = `10.200.${people >> 8}.${people & 255}`
  await createPerson(database, { userName, role, passwordHash: await hashPassword(PASSWORD, userName), at: 0, scope })
  const payload = { userName, password: PASSWORD }
  const answer = await app.inject({ method: 'POST', url: '/api/v1/session', remoteAddress, payload })
  const [cookie] = answer.cookies
  return { cookie: `${cookie?.name}=${cookie?.value}`, 'x-csrf-token': answer.json().csrfToken }
}
