/** Keeping scenarios, and committing plans: for those who make plans, of the units they see. */
import {
  type Made,
  MadeSchema,
  type NewCommittedPlan,
  NewCommittedPlanSchema,
  type NewScenario,
  NewScenarioSchema,
} from '@somay/shared/api/committed-plans.ts'
import { IdParametersSchema } from '@somay/shared/api/people.ts'
import { notMeasuredWords } from '@somay/shared/text/not-measured.ts'
import type { FastifyInstance } from 'fastify'
import { callerOrFail } from '../access/identify.ts'
import { commitPlan, NotMeasured } from '../committing/commit-plan.ts'
import { planAsked } from '../fleet/plan/plan-asked.ts'
import type { PlanPlace } from '../fleet/plan/terms.ts'
import { Problem } from '../platform/problem.ts'
import { removeScenario, saveScenario } from '../store/committed-plans.ts'

export async function committedPlanChangeRoutes(app: FastifyInstance, place: PlanPlace): Promise<void> {
  const { database, now } = place
  const config = { access: 'make-plans' as const }

  app.post<{ Body: NewScenario }>(
    '/api/v1/scenarios',
    { config, schema: { summary: 'Keep a scenario', body: NewScenarioSchema, response: { 200: MadeSchema } } },
    async (request): Promise<Made> => {
      const { name: who, scope } = callerOrFail(request)
      const { name, asked } = request.body
      // What makes no plan is not kept; the versions it rests on are named, its day, and the years its money is for, so that it says the same after New Year.
      const { terms, unit } = await planAsked(place, asked, scope)
      const [first] = terms.years
      const whole = {
        ...asked,
        policy: terms.policy.id,
        priceBook: terms.priceBook.id,
        on: terms.on,
        ...(first && { firstYear: first.year }),
      }
      return { id: await saveScenario(database, { name, unitId: unit ?? null, asked: whole, who, at: now() }) }
    },
  )

  app.delete<{ Params: { id: number } }>(
    '/api/v1/scenarios/:id',
    { config, schema: { summary: 'Remove a scenario of one’s own', params: IdParametersSchema } },
    async (request, reply) => {
      const { name: who } = callerOrFail(request)
      if (!(await removeScenario(database, { id: request.params.id, who, at: now() }))) throw new Problem('not-found')
      return reply.code(204).send()
    },
  )

  app.post<{ Body: NewCommittedPlan }>(
    '/api/v1/committed-plans',
    { config, schema: { summary: 'Commit a plan', body: NewCommittedPlanSchema, response: { 200: MadeSchema } } },
    async (request): Promise<Made> => {
      const { name: who, scope } = callerOrFail(request)
      const { title, note = '', asked } = request.body
      try {
        return { id: await commitPlan(database, { ...(await planAsked(place, asked, scope)), title, note, who }) }
      } catch (error) {
        if (error instanceof NotMeasured) throw new Problem('plan-not-measured', notMeasuredWords(error.pcs))
        throw error
      }
    },
  )
}
