/** Rolling a release of the agent out: to a share of the PCs of a unit, to more of them, and halting it. */
import { type RolloutAsked, RolloutAskedSchema, type RolloutStop, RolloutStopSchema } from '@somay/shared/api/agent-updates.ts'
import { IdParametersSchema } from '@somay/shared/api/people.ts'
import type { FastifyInstance } from 'fastify'
import { callerOrFail } from '../access/identify.ts'
import { Problem } from '../platform/problem.ts'
import type { OfferBook } from '../releasing/offer-book.ts'
import { rollOut, stopRollout } from '../store/rollouts.ts'
import { stands } from '../store/units.ts'
import type { AdministrationPlace } from './reorganisation-route.ts'

export async function rolloutRoutes(
  app: FastifyInstance,
  { database, now, book }: AdministrationPlace & { readonly book: OfferBook },
): Promise<void> {
  const config = { access: 'manage-updates' as const }

  app.post<{ Body: RolloutAsked }>(
    '/api/v1/agent-updates/rollouts',
    { config, schema: { summary: 'Roll a version of the agent out to a share of PCs', body: RolloutAskedSchema } },
    async (request, reply) => {
      const { version, unitId = null, stage } = request.body
      if (unitId !== null && !(await stands(database, unitId))) throw new Problem('unit-unknown')
      const done = await rollOut(database, { version, unitId, stage }, { who: callerOrFail(request).name, at: now() })
      if (!done) throw new Problem('release-unknown')
      book.forget()
      return reply.code(204).send()
    },
  )

  app.post<{ Params: { readonly id: number }; Body: RolloutStop }>(
    '/api/v1/agent-updates/rollouts/:id/stop',
    { config, schema: { summary: 'Halt or end a rollout', params: IdParametersSchema, body: RolloutStopSchema } },
    async (request, reply) => {
      const done = await stopRollout(database, request.params.id, request.body.state, { who: callerOrFail(request).name, at: now() })
      if (!done) throw new Problem('not-found')
      book.forget()
      return reply.code(204).send()
    },
  )
}
