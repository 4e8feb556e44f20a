/** The trend of the counts over HTTP. */
import { type Trend, type TrendQuery, TrendQuerySchema, TrendSchema } from '@somay/shared/api/trend.ts'
import type { FastifyInstance } from 'fastify'
import { callerOrFail } from '../../access/identify.ts'
import { trendDays } from '../../rolling/days.ts'
import type { CountPlace } from '../counts/as-of.ts'
import { expectUnit } from '../counts/unit-asked.ts'
import { readTrend } from './query.ts'

export async function trendRoutes(app: FastifyInstance, { database, now, timeZone }: CountPlace): Promise<void> {
  app.get<{ Querystring: TrendQuery }>(
    '/api/v1/counts/trend',
    {
      config: { access: 'see-counts' },
      schema: { summary: 'Counts at the end of each of the last months', querystring: TrendQuerySchema, response: { 200: TrendSchema } },
    },
    async (request): Promise<Trend> => {
      const { scope } = callerOrFail(request)
      await expectUnit(database, scope, request.query.unit)
      return readTrend(database, trendDays(now(), timeZone), { scope, unit: request.query.unit, timeZone, at: now() })
    },
  )
}
