/** Tokens by which PCs enrol and by which scripts ask: made, listed, revoked; shown once. */
import { IdParametersSchema } from '@somay/shared/api/people.ts'
import {
  type ApiTokens,
  ApiTokensSchema,
  type EnrolTokens,
  EnrolTokensSchema,
  type GivenToken,
  GivenTokenSchema,
  type NewApiToken,
  NewApiTokenSchema,
  type NewEnrolToken,
  NewEnrolTokenSchema,
} from '@somay/shared/api/tokens.ts'
import type { FastifyInstance } from 'fastify'
import { callerOrFail } from '../access/identify.ts'
import { inScope, isInScope } from '../access/scope.ts'
import { Problem } from '../platform/problem.ts'
import { createApiToken, listApiTokens, revokeApiToken } from '../store/api-tokens.ts'
import { createEnrolToken, listEnrolTokens, revokeEnrolToken } from '../store/enrol-tokens.ts'
import { stands } from '../store/units.ts'
import { inWords } from './people-routes.ts'
import type { AdministrationPlace } from './reorganisation-route.ts'

const DAY_MS = 86_400_000
type Params = { readonly id: number }
type TokenPlace = AdministrationPlace & { readonly collectorUrl: string; readonly updateKey: string }

export async function tokenRoutes(app: FastifyInstance, { database, now, collectorUrl, updateKey }: TokenPlace): Promise<void> {
  const config = { access: 'manage-tokens' as const }
  const forScripts = { access: 'manage-api-tokens' as const }
  const params = IdParametersSchema

  app.get(
    '/api/v1/enrol-tokens',
    { config, schema: { summary: 'Enrolment tokens of one’s units', response: { 200: EnrolTokensSchema } } },
    async (request): Promise<EnrolTokens> => {
      const { scope } = callerOrFail(request)
      const tokens = await listEnrolTokens(database, now(), (unit) => inScope(database.dialect, scope, unit))
      return { tokens, collectorUrl, updateKey }
    },
  )

  app.post<{ Body: NewEnrolToken }>(
    '/api/v1/enrol-tokens',
    { config, schema: { summary: 'Make an enrolment token', body: NewEnrolTokenSchema, response: { 200: GivenTokenSchema } } },
    async (request): Promise<GivenToken> => {
      const { name: who, scope } = callerOrFail(request)
      const { unitId, label, days, useLimit } = request.body
      if (!(await isInScope(database, scope, unitId))) throw new Problem('unit-elsewhere')
      if (!(await stands(database, unitId))) throw new Problem('unit-unknown')
      return createEnrolToken(database, { unitId, label, at: now(), validMs: days * DAY_MS, useLimit, who })
    },
  )

  app.delete<{ Params: Params }>(
    '/api/v1/enrol-tokens/:id',
    { config, schema: { summary: 'Revoke an enrolment token', params } },
    async (request, reply) => {
      const { name: who, scope } = callerOrFail(request)
      const mayTouch = (unit: Parameters<typeof inScope>[2]) => inScope(database.dialect, scope, unit)
      if (!(await revokeEnrolToken(database, request.params.id, { who, at: now(), mayTouch }))) throw new Problem('not-found')
      return reply.code(204).send()
    },
  )

  app.get(
    '/api/v1/api-tokens',
    { config: forScripts, schema: { summary: 'API tokens', response: { 200: ApiTokensSchema } } },
    async (): Promise<ApiTokens> => {
      const tokens = await listApiTokens(database, now())
      return { tokens: tokens.map(({ expiresAt, ...token }) => ({ ...token, ...(expiresAt !== undefined && { expiresAt }) })) }
    },
  )

  app.post<{ Body: NewApiToken }>(
    '/api/v1/api-tokens',
    { config: forScripts, schema: { summary: 'Make an API token', body: NewApiTokenSchema, response: { 200: GivenTokenSchema } } },
    async (request): Promise<GivenToken> => {
      const { name: who } = callerOrFail(request)
      const { label, role, unitIds, days } = request.body
      const expiresAt = days === undefined ? null : now() + days * DAY_MS
      return inWords(createApiToken(database, { label, role, at: now(), expiresAt, scope: unitIds ?? 'all', who }))
    },
  )

  app.delete<{ Params: Params }>(
    '/api/v1/api-tokens/:id',
    { config: forScripts, schema: { summary: 'Revoke an API token', params } },
    async (request, reply) => {
      const { name: who } = callerOrFail(request)
      if (!(await revokeApiToken(database, request.params.id, { who, at: now() }))) throw new Problem('not-found')
      return reply.code(204).send()
    },
  )
}
