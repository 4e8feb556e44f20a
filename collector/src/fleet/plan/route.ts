/** Plans over HTTP: what a policy would do to the fleet as its fields are moved, and the PCs behind each figure. */

import { IdParametersSchema } from '@somay/shared/api/people.ts'
import {
  type PcVerdict,
  PcVerdictSchema,
  type PlannedPcs,
  type PlannedPcsQuery,
  PlannedPcsQuerySchema,
  PlannedPcsSchema,
} from '@somay/shared/api/planned-pcs.ts'
import { type Plan, type PlanQuery, PlanQuerySchema, PlanSchema } from '@somay/shared/api/plans.ts'
import { type Policies, PoliciesSchema, type PriceBooks, PriceBooksSchema } from '@somay/shared/api/policies.ts'
import type { FastifyInstance } from 'fastify'
import { callerOrFail } from '../../access/identify.ts'
import { Problem } from '../../platform/problem.ts'
import { decodePlannedCursor, encodePlannedCursor, type PlannedCursor } from './cursor.ts'
import { makePlan } from './make-plan.ts'
import { readPcVerdict } from './pc-verdict.ts'
import { planAsked } from './plan-asked.ts'
import { plannedList } from './planned-pcs.ts'
import { type PlanPlace, termsAsked } from './terms.ts'
import { readPolicies, readPriceBooks } from './versions.ts'

const DEFAULT_LIMIT = 50

export async function planRoutes(app: FastifyInstance, place: PlanPlace): Promise<void> {
  const { database } = place
  const config = { access: 'see-plans' as const }

  app.get(
    '/api/v1/policies',
    { config, schema: { summary: 'Policies in their versions', response: { 200: PoliciesSchema } } },
    async (): Promise<Policies> => readPolicies(database),
  )

  app.get(
    '/api/v1/price-books',
    { config, schema: { summary: 'Price books in their versions', response: { 200: PriceBooksSchema } } },
    async (): Promise<PriceBooks> => readPriceBooks(database),
  )

  app.get<{ Querystring: PlanQuery }>(
    '/api/v1/plan',
    { config, schema: { summary: 'What a policy would do to the fleet', querystring: PlanQuerySchema, response: { 200: PlanSchema } } },
    async (request): Promise<Plan> => makePlan(database, await planAsked(place, request.query, callerOrFail(request).scope)),
  )

  app.get<{ Params: { id: number }; Querystring: PlanQuery }>(
    '/api/v1/pcs/:id/verdict',
    {
      config,
      schema: {
        summary: 'What every rule of planning says of a PC',
        params: IdParametersSchema,
        querystring: PlanQuerySchema,
        response: { 200: PcVerdictSchema },
      },
    },
    async (request): Promise<PcVerdict> => {
      const { scope } = callerOrFail(request)
      const terms = await termsAsked(place, request.query)
      const verdict = await readPcVerdict(database, { pcId: request.params.id, scope, terms, reference: await place.reference() })
      if (!verdict) throw new Problem('pc-not-found')
      return verdict
    },
  )

  app.get<{ Querystring: PlannedPcsQuery }>(
    '/api/v1/plan/pcs',
    { config, schema: { summary: 'The PCs of a plan', querystring: PlannedPcsQuerySchema, response: { 200: PlannedPcsSchema } } },
    async (request): Promise<PlannedPcs> => {
      const { after, limit = DEFAULT_LIMIT, verdict, remedy, year, unpriced, inUnit, inBlock, ...query } = request.query
      const asked = await planAsked(place, query, callerOrFail(request).scope)
      const from = after === undefined ? undefined : decodePlannedCursor(after)
      const { total, pages } = await plannedList(database, asked, {
        verdicts: verdict && [verdict],
        remedy,
        year,
        unpriced,
        inUnit,
        inBlock,
      })
      const rows: PlannedPcs['rows'] = []
      let last = from
      for await (const page of pages({ after: from, chunk: limit + 1 })) {
        const left = limit - rows.length
        rows.push(...page.rows.slice(0, left))
        if (page.rows.length > left) return { total, rows, ...nextOf(page.cursors[left - 1] ?? last) }
        last = page.cursors.at(-1)
      }
      return { total, rows }
    },
  )
}

function nextOf(cursor: PlannedCursor | undefined): Pick<PlannedPcs, 'next'> {
  return cursor === undefined ? {} : { next: encodePlannedCursor(cursor) }
}
