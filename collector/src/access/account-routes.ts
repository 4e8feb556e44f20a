/** What people do about their own way in: see it, change the password, end sessions. */
import {
  type Account,
  AccountSchema,
  type OwnSession,
  type PasswordChange,
  PasswordChangeSchema,
  SessionParametersSchema,
} from '@somay/shared/api/account.ts'
import type { FastifyInstance, Session as StoredData } from 'fastify'
import { Problem } from '../platform/problem.ts'
import type { Database } from '../store/dialect/dialect.ts'
import { findPersonById } from '../store/people.ts'
import { changePassword } from '../store/person-changes.ts'
import { namedScopes, unitsOf } from '../store/scopes.ts'
import { recoveryCodesLeft } from '../store/second-factors.ts'
import { endSessionsOf, type ListedSession, sessionKey, sessionsOf } from '../store/sessions.ts'
import { personOrFail } from './identify.ts'
import { hashPassword, passwordFits } from './passwords.ts'

// As guessing at the door: the password is asked for again.
export const PASSWORD_LIMIT = { max: 10, timeWindow: 60_000 }

export type AccountPlace = { readonly database: Database; readonly now: () => number }

export async function accountRoutes(app: FastifyInstance, { database, now }: AccountPlace): Promise<void> {
  app.get(
    '/api/v1/account',
    { config: { access: 'person' }, schema: { summary: 'One’s own account and sessions', response: { 200: AccountSchema } } },
    async (request): Promise<Account> => {
      const { personId } = personOrFail(request)
      const person = await findPersonById(database, personId)
      const current = sessionKey(request.session.sessionId)
      const sessions = await sessionsOf(database, personId, now())
      return {
        fullName: person?.fullName ?? '',
        units: unitsOf(await namedScopes(database, 'person_id'), personId),
        secondFactor: person?.totpSecret !== undefined,
        recoveryCodesLeft: await recoveryCodesLeft(database, personId),
        sessions: sessions.map((session) => shown(session, current)),
      }
    },
  )

  app.post<{ Body: PasswordChange }>(
    '/api/v1/account/password',
    {
      config: { access: 'person', rateLimit: PASSWORD_LIMIT },
      schema: { summary: 'Change one’s own password', body: PasswordChangeSchema },
    },
    async (request, reply) => {
      const { personId, name: who } = personOrFail(request)
      await proveAgain(database, personId, request.body.old)
      // One that somebody else gave, or saw, is not made one's own by setting it again.
      if (request.body.new.normalize('NFC') === request.body.old.normalize('NFC')) throw new Problem('password-same')
      const passwordHash = await hashPassword(request.body.new, who)
      const keep = sessionKey(request.session.sessionId)
      await changePassword(database, personId, { passwordHash, mustChange: false, keep }, { who, at: now() })
      return reply.code(204).send()
    },
  )

  app.delete<{ Params: { id: string } }>(
    '/api/v1/account/sessions/:id',
    { config: { access: 'person' }, schema: { summary: 'End one of one’s own sessions', params: SessionParametersSchema } },
    async (request, reply) => {
      const { personId, name: who } = personOrFail(request)
      await endSessionsOf(database, personId, { id: request.params.id, who, at: now() })
      return reply.code(204).send()
    },
  )
}

/** A PC left open is no proof of who sits at it. */
export async function proveAgain(database: Database, personId: number, password: string): Promise<void> {
  const person = await findPersonById(database, personId)
  if (!(await passwordFits(password, person?.passwordHash))) throw new Problem('password-wrong')
}

function shown({ id, data, expiresAt }: ListedSession, current: string): OwnSession {
  const { begun } = JSON.parse(data) as StoredData
  return {
    id,
    begunAt: begun?.at ?? 0,
    endsAt: expiresAt,
    address: begun?.address ?? '',
    browser: begun?.browser ?? '',
    current: id === current,
  }
}
