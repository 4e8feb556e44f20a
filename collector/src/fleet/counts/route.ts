/** Counts over HTTP. */
import { type Counts, type CountsQuery, CountsQuerySchema, CountsSchema } from '@somay/shared/api/counts.ts'
import type { FastifyInstance } from 'fastify'
import { callerOrFail } from '../../access/identify.ts'
import { asOfAsked, type CountPlace } from './as-of.ts'
import { count } from './count.ts'
import { expectUnit } from './unit-asked.ts'

export async function countRoutes(app: FastifyInstance, place: CountPlace): Promise<void> {
  app.get<{ Querystring: CountsQuery }>(
    '/api/v1/counts',
    {
      config: { access: 'see-counts' },
      schema: { summary: 'PCs by unit and state on a date', querystring: CountsQuerySchema, response: { 200: CountsSchema } },
    },
    async (request): Promise<Counts> => {
      const { scope } = callerOrFail(request)
      const asOf = await asOfAsked(place, request.query)
      await expectUnit(place.database, scope, request.query.unit)
      return count(place.database, { asOf, scope, unit: request.query.unit, at: place.now() })
    },
  )
}
