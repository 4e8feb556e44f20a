/** Logging in and out, who is logged in, and the first administrator. */
import {
  type FirstAdministrator,
  FirstAdministratorSchema,
  type Login,
  LoginSchema,
  type Session,
  SessionSchema,
} from '@somay/shared/api/session.ts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Problem } from '../platform/problem.ts'
import type { Database } from '../store/dialect/dialect.ts'
import { createPerson, findPersonByName } from '../store/people.ts'
import { limitAddresses } from './attempts.ts'
import { beginSession, personOf } from './begin-session.ts'
import { takeFirstLinkCode } from './first-administrator.ts'
import { callerOrFail } from './identify.ts'
import { hashPassword, passwordFits } from './passwords.ts'
import { passSecondFactor } from './second-factor.ts'

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
      await passSecondFactor(database, person, request.body.code, now())
      request.log.info({ user: person.userName, ip: request.ip }, 'logged in')
      return { ...(await beginSession({ request, reply, database, at: now() }, person)), timeZone }
    },
  )

  app.get(
    '/api/v1/session',
    { config: { access: 'person' }, schema: { summary: 'Who is logged in', response: { 200: SessionSchema } } },
    async (request, reply): Promise<Session> => {
      const { name, role, scope, personId, mustChange } = callerOrFail(request)
      // A script with an API token has no session, and needs no token against forged requests.
      return {
        person: personOf({ userName: name, role, scope, mustChange, personId }),
        csrfToken: personId === undefined ? '' : reply.generateCsrf(),
        timeZone,
      }
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
      const passwordHash = await hashPassword(password, userName)
      if (!(await takeFirstLinkCode(database, code))) throw new Problem('first-link-invalid')
      const id = await createPerson(database, { userName, role: 'administrator', passwordHash, at: now(), scope: 'all' })
      if (id === undefined) throw new Problem('user-name-taken')
      const person = { id, userName, role: 'administrator' as const, scope: 'all' as const, mustChange: false }
      return { ...(await beginSession({ request, reply, database, at: now() }, person)), timeZone }
    },
  )
}
