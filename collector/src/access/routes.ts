/** Logging in and out, who is logged in, and the first administrator. */

import type { Role } from '@somay/shared/api/session.ts'
import {
  type FirstAdministrator,
  FirstAdministratorSchema,
  type Login,
  LoginSchema,
  type Session,
  SessionSchema,
} from '@somay/shared/api/session.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Problem } from '../platform/problem.ts'
import type { Database } from '../store/dialect/dialect.ts'
import { createPerson, findPersonByName } from '../store/people.ts'
import { PERMISSIONS } from './access.ts'
import { limitAddresses } from './attempts.ts'
import { takeFirstLinkCode } from './first-administrator.ts'
import { callerOrFail } from './identify.ts'
import { hashPassword, passwordFits } from './passwords.ts'

// Guessing is slowed per address and user name together: one careless person must not lock out an office behind one address.
const LOGIN_LIMIT = { max: 10, timeWindow: 60_000 }

type AccessOptions = { readonly database: Database; readonly now: () => number; readonly timeZone: string }

export async function accessRoutes(app: FastifyInstance, { database, now, timeZone }: AccessOptions): Promise<void> {
  const limitLogin = {
    ...LOGIN_LIMIT,
    hook: 'preHandler' as const,
    keyGenerator: (request: FastifyRequest) =>
      `${request.ip} ${String((request.body as Partial<Login> | undefined)?.userName).toLowerCase()}`,
  }

  app.post<{ Body: Login }>(
    '/api/v1/session',
    {
      config: { access: 'public', rateLimit: limitLogin },
      onRequest: limitAddresses(now),
      schema: { summary: 'Log in', body: LoginSchema, response: { 200: SessionSchema } },
    },
    async (request, reply): Promise<Session> => {
      const person = await findPersonByName(database, request.body.userName)
      if (!(await passwordFits(request.body.password, person?.passwordHash)) || !person) throw new Problem('login-failed')
      request.log.info({ user: person.userName, ip: request.ip }, 'logged in')
      return { ...(await begin(request, reply, person.id, person.userName, person.role)), timeZone }
    },
  )

  app.get(
    '/api/v1/session',
    { config: { access: 'person' }, schema: { summary: 'Who is logged in', response: { 200: SessionSchema } } },
    async (request, reply): Promise<Session> => {
      const { name, role, personId } = callerOrFail(request)
      // A script with an API token has no session, and needs no token against forged requests.
      return { person: personOf(name, role), csrfToken: personId === undefined ? '' : reply.generateCsrf(), timeZone }
    },
  )

  app.delete('/api/v1/session', { config: { access: 'person' }, schema: { summary: 'Log out' } }, async (request, reply) => {
    await request.session.destroy()
    return reply.code(204).send()
  })

  app.post<{ Body: FirstAdministrator }>(
    '/api/v1/first-administrator',
    {
      config: { access: 'public', rateLimit: LOGIN_LIMIT },
      schema: { summary: 'Make the first administrator', body: FirstAdministratorSchema, response: { 200: SessionSchema } },
    },
    async (request, reply): Promise<Session> => {
      const { code, userName, password } = request.body
      const passwordHash = await hashPassword(password)
      if (!(await takeFirstLinkCode(database, code))) throw new Problem('first-link-invalid')
      const id = await createPerson(database, { userName, role: 'administrator', passwordHash, at: now(), scope: 'all' })
      if (id === undefined) throw new Problem('user-name-taken')
      return { ...(await begin(request, reply, id, userName, 'administrator')), timeZone }
    },
  )
}

type Begun = Omit<Session, 'timeZone'>

// A new session id at every log-in: one planted before it is worth nothing after.
async function begin(request: FastifyRequest, reply: FastifyReply, personId: number, userName: string, role: Role): Promise<Begun> {
  await request.session.regenerate()
  request.session.set('personId', personId)
  const csrfToken = reply.generateCsrf()
  await request.session.save()
  return { person: personOf(userName, role), csrfToken }
}

function personOf(userName: string, role: Role): Session['person'] {
  return { userName, role, permissions: [...PERMISSIONS[role]] }
}
