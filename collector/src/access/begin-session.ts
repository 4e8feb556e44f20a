/** Begins the session of somebody who was let in. */
import type { Role, Session } from '@somay/shared/api/session.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Database } from '../store/dialect/dialect.ts'
import { noteLogIn } from '../store/sessions.ts'
import { type Caller, permissionsOf, type Scope } from './access.ts'
import { seesPart } from './scope.ts'

type Begun = Omit<Session, 'timeZone'>
type Named = { readonly userName: string; readonly role: Role; readonly scope: Scope; readonly mustChange: boolean }
type Entry = { readonly request: FastifyRequest; readonly reply: FastifyReply; readonly database: Database; readonly at: number }

const BROWSER_LENGTH = 200

// A new session id at every log-in: one planted before it is worth nothing after.
export async function beginSession({ request, reply, database, at }: Entry, person: Named & { readonly id: number }): Promise<Begun> {
  await request.session.regenerate()
  request.session.set('personId', person.id)
  request.session.set('begun', { at, address: request.ip, browser: (request.headers['user-agent'] ?? '').slice(0, BROWSER_LENGTH) })
  const csrfToken = reply.generateCsrf()
  await request.session.save()
  await noteLogIn(database, person.id, at)
  return { person: personOf({ ...person, personId: person.id }), csrfToken }
}

export function personOf({ userName, role, scope, mustChange, personId }: Named & Pick<Caller, 'personId'>): Session['person'] {
  const sees = seesPart(scope) ? (scope.length === 0 ? 'nothing' : 'a-part') : 'everything'
  return { userName, role, permissions: [...permissionsOf({ role, scope, personId })], mustChangePassword: mustChange, sees }
}
