/** Finds out who calls (session or API token) and lets the call through only when the route's declared access allows it. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Problem } from '../platform/problem.ts'
import { findApiToken, signatureOf } from '../store/api-tokens.ts'
import type { Database } from '../store/dialect/dialect.ts'
import { findPersonById } from '../store/people.ts'
import { type Caller, isOfPeopleAlone, permissionsOf, scopeOf } from './access.ts'

const BEARER = 'Bearer '

export function identifyPeople(app: FastifyInstance, database: Database, now: () => number): void {
  app.addHook('onRequest', async (request) => {
    const access = request.routeOptions.config.access
    if (access === undefined || access === 'public') return
    const caller = await callerOf(request, database, now)
    request.caller = caller
    if (access === 'person') return
    if (caller.mustChange) throw new Problem('password-must-change')
    if (access === 'agent') throw new Problem('not-permitted')
    if (permissionsOf(caller).includes(access)) return
    throw new Problem(caller.personId === undefined && isOfPeopleAlone(access) ? 'script-not-permitted' : 'not-permitted')
  })
}

async function callerOf(request: FastifyRequest, database: Database, now: () => number): Promise<Caller> {
  const header = request.headers.authorization
  if (header?.startsWith(BEARER)) {
    const token = await findApiToken(database, header.slice(BEARER.length), now())
    if (!token) throw new Problem('api-token-invalid')
    return { name: signatureOf(token), role: token.role, scope: scopeOf(token), personId: undefined, mustChange: false }
  }
  const { personId } = request.session
  const person = personId === undefined ? undefined : await findPersonById(database, personId)
  if (!person) throw new Problem('not-logged-in')
  return { name: person.userName, role: person.role, scope: scopeOf(person), personId: person.id, mustChange: person.mustChange }
}

/** The caller of a route that is not public. */
export function callerOrFail(request: FastifyRequest): Caller {
  if (!request.caller) throw new Problem('not-logged-in')
  return request.caller
}

/** The person at the other end; a script has no account of its own. */
export function personOrFail(request: FastifyRequest): Caller & { readonly personId: number } {
  const caller = callerOrFail(request)
  const { personId } = caller
  if (personId === undefined) throw new Problem('not-permitted')
  return { ...caller, personId }
}
