/** Who may log in, what they may do and see: for administrators over the whole tree. */
import {
  type GivenPassword,
  GivenPasswordSchema,
  IdParametersSchema,
  type NewPerson,
  NewPersonSchema,
  type People,
  PeopleSchema,
  type PersonChange,
  PersonChangeSchema,
} from '@somay/shared/api/people.ts'
import type { FastifyInstance } from 'fastify'
import { callerOrFail } from '../access/identify.ts'
import { hashPassword, newPassword } from '../access/passwords.ts'
import { Problem } from '../platform/problem.ts'
import { listPeople } from '../store/listed-people.ts'
import { createPerson, UnitUnknown } from '../store/people.ts'
import { changePassword, changePerson, LastAdministrator } from '../store/person-changes.ts'
import { endSecondFactor } from '../store/second-factors.ts'
import { endSessionsOf } from '../store/sessions.ts'
import type { AdministrationPlace } from './reorganisation-route.ts'

type Params = { readonly id: number }

export async function peopleRoutes(app: FastifyInstance, { database, now }: AdministrationPlace): Promise<void> {
  const config = { access: 'manage-people' as const }
  const params = IdParametersSchema

  app.get(
    '/api/v1/people',
    { config, schema: { summary: 'Who may log in', response: { 200: PeopleSchema } } },
    async (): Promise<People> => ({ people: await listPeople(database, now()) }),
  )

  app.post<{ Body: NewPerson }>(
    '/api/v1/people',
    { config, schema: { summary: 'Let somebody log in', body: NewPersonSchema, response: { 200: GivenPasswordSchema } } },
    async (request): Promise<GivenPassword> => {
      const { name: who } = callerOrFail(request)
      const { userName, fullName, role, unitIds } = request.body
      const password = newPassword()
      const passwordHash = await hashPassword(password, userName)
      const scope = unitIds ?? ('all' as const)
      const person = { userName, fullName, role, passwordHash, mustChange: true, at: now(), scope, who }
      const id = await inWords(createPerson(database, person))
      if (id === undefined) throw new Problem('user-name-taken')
      return { id, password }
    },
  )

  app.patch<{ Body: PersonChange; Params: Params }>(
    '/api/v1/people/:id',
    { config, schema: { summary: 'Change what somebody may', params, body: PersonChangeSchema } },
    async (request, reply) => {
      const { name: who } = callerOrFail(request)
      const { unitIds, ...change } = request.body
      const scope = unitIds === undefined ? {} : { scope: unitIds ?? ('all' as const) }
      await found(inWords(changePerson(database, request.params.id, { ...change, ...scope }, { who, at: now() })))
      return reply.code(204).send()
    },
  )

  app.post<{ Params: Params }>(
    '/api/v1/people/:id/password',
    { config, schema: { summary: 'Give somebody a new password', params, response: { 200: GivenPasswordSchema } } },
    async (request): Promise<GivenPassword> => {
      const { name: who } = callerOrFail(request)
      const password = newPassword()
      const passwordHash = await hashPassword(password, '')
      await found(changePassword(database, request.params.id, { passwordHash, mustChange: true }, { who, at: now() }))
      return { id: request.params.id, password }
    },
  )

  app.delete<{ Params: Params }>(
    '/api/v1/people/:id/second-factor',
    { config, schema: { summary: 'End the second factor of somebody who lost it', params } },
    async (request, reply) => {
      const { name: who } = callerOrFail(request)
      await found(endSecondFactor(database, request.params.id, { who, at: now() }))
      return reply.code(204).send()
    },
  )

  app.delete<{ Params: Params }>(
    '/api/v1/people/:id/sessions',
    { config, schema: { summary: 'End all sessions of somebody', params } },
    async (request, reply) => {
      const { name: who } = callerOrFail(request)
      await endSessionsOf(database, request.params.id, { who, at: now() })
      return reply.code(204).send()
    },
  )
}

async function found(done: Promise<boolean>): Promise<void> {
  if (!(await done)) throw new Problem('not-found')
}

/** What the store refuses, in the words of the register. */
export async function inWords<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (error instanceof UnitUnknown) throw new Problem('unit-unknown')
    if (error instanceof LastAdministrator) throw new Problem('last-administrator')
    throw error
  }
}
