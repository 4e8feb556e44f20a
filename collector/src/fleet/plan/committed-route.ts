/** Scenarios and committed plans over HTTP, for reading. */
import {
  type CommittedLines,
  type CommittedLinesQuery,
  CommittedLinesQuerySchema,
  CommittedLinesSchema,
  type CommittedPlan,
  CommittedPlanSchema,
  type CommittedPlans,
  CommittedPlansSchema,
  type Scenarios,
  ScenariosSchema,
} from '@somay/shared/api/committed-plans.ts'
import { IdParametersSchema } from '@somay/shared/api/people.ts'
import type { FastifyInstance } from 'fastify'
import { callerOrFail } from '../../access/identify.ts'
import { Problem } from '../../platform/problem.ts'
import type { Database } from '../../store/dialect/dialect.ts'
import { readCommittedLines } from './committed-lines.ts'
import { readCommittedHead, readCommittedPlan, readCommittedPlans } from './committed-plans.ts'
import { readScenarios } from './scenarios.ts'

type Place = { readonly database: Database; readonly now: () => number }
type Params = { readonly id: number }

export async function committedPlanRoutes(app: FastifyInstance, { database, now }: Place): Promise<void> {
  const config = { access: 'see-plans' as const }
  const params = IdParametersSchema

  app.get(
    '/api/v1/scenarios',
    { config, schema: { summary: 'Scenarios people kept', response: { 200: ScenariosSchema } } },
    async (request): Promise<Scenarios> => {
      const { scope, name: who } = callerOrFail(request)
      return readScenarios(database, { scope, who })
    },
  )

  app.get(
    '/api/v1/committed-plans',
    { config, schema: { summary: 'Committed plans', response: { 200: CommittedPlansSchema } } },
    async (request): Promise<CommittedPlans> => readCommittedPlans(database, callerOrFail(request).scope),
  )

  app.get<{ Params: Params }>(
    '/api/v1/committed-plans/:id',
    { config, schema: { summary: 'A committed plan with what became of it', params, response: { 200: CommittedPlanSchema } } },
    async (request): Promise<CommittedPlan> => {
      const plan = await readCommittedPlan(database, request.params.id, callerOrFail(request).scope, now())
      if (!plan) throw new Problem('not-found')
      return plan
    },
  )

  app.get<{ Params: Params; Querystring: CommittedLinesQuery }>(
    '/api/v1/committed-plans/:id/lines',
    {
      config,
      schema: {
        summary: 'The PCs of a committed plan',
        params,
        querystring: CommittedLinesQuerySchema,
        response: { 200: CommittedLinesSchema },
      },
    },
    async (request): Promise<CommittedLines> => {
      const { scope } = callerOrFail(request)
      const plan = await readCommittedHead(database, request.params.id, scope)
      if (!plan) throw new Problem('not-found')
      return readCommittedLines(database, { plan, scope, query: request.query })
    },
  )
}
