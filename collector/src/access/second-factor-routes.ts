/** Setting and ending one's own second factor. */
import {
  type Confirmation,
  ConfirmationSchema,
  type PasswordAgain,
  PasswordAgainSchema,
  type RecoveryCodes,
  RecoveryCodesSchema,
  type SecondFactorBegun,
  SecondFactorBegunSchema,
} from '@somay/shared/api/account.ts'
import type { FastifyInstance } from 'fastify'
import { Problem } from '../platform/problem.ts'
import { beginSecondFactor, endSecondFactor } from '../store/second-factors.ts'
import { type AccountPlace, PASSWORD_LIMIT, proveAgain } from './account-routes.ts'
import { personOrFail } from './identify.ts'
import { newRecoveryCodes } from './second-factor.ts'
import { newTotpSecret, totpStepOf, totpUri } from './totp.ts'

const ISSUER = 'So May'

export async function secondFactorRoutes(app: FastifyInstance, { database, now }: AccountPlace): Promise<void> {
  const asked = { access: 'person' as const, rateLimit: PASSWORD_LIMIT }

  app.post<{ Body: PasswordAgain }>(
    '/api/v1/account/second-factor',
    {
      config: asked,
      schema: { summary: 'A secret for an authenticator', body: PasswordAgainSchema, response: { 200: SecondFactorBegunSchema } },
    },
    async (request): Promise<SecondFactorBegun> => {
      const { personId, name } = personOrFail(request)
      await proveAgain(database, personId, request.body.password)
      const secret = newTotpSecret()
      request.session.set('pendingSecret', secret)
      await request.session.save()
      return { secret, uri: totpUri(secret, name, ISSUER) }
    },
  )

  app.post<{ Body: Confirmation }>(
    '/api/v1/account/second-factor/confirmation',
    {
      config: asked,
      schema: { summary: 'The first code of the authenticator', body: ConfirmationSchema, response: { 200: RecoveryCodesSchema } },
    },
    async (request): Promise<RecoveryCodes> => {
      const { personId, name: who } = personOrFail(request)
      const secret = request.session.get('pendingSecret')
      const step = secret === undefined ? undefined : totpStepOf(secret, request.body.code, now())
      if (secret === undefined || step === undefined) throw new Problem('second-factor-wrong')
      const recoveryCodes = newRecoveryCodes()
      await beginSecondFactor(database, personId, { secret, step, recoveryCodes }, { who, at: now() })
      request.session.set('pendingSecret', undefined)
      await request.session.save()
      return { recoveryCodes }
    },
  )

  app.delete<{ Body: PasswordAgain }>(
    '/api/v1/account/second-factor',
    { config: asked, schema: { summary: 'End one’s own second factor', body: PasswordAgainSchema } },
    async (request, reply) => {
      const { personId, name: who } = personOrFail(request)
      await proveAgain(database, personId, request.body.password)
      await endSecondFactor(database, personId, { who, at: now() })
      return reply.code(204).send()
    },
  )
}
