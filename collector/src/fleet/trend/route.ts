/** The trend of the counts over HTTP. */
import { type Trend, type TrendQuery, TrendQuerySchema, TrendSchema } from '@somay/shared/api/trend.ts'
import type { FastifyInstance } from 'fastify'
import { callerOrFail } from '../../access/identify.ts'
import { trendDays, trendUntil } from '../../rolling/days.ts'
import { asOfAsked, type CountPlace } from '../counts/as-of.ts'
import { expectUnit } from '../counts/unit-asked.ts'
import { readTrend } from './query.ts'

export async function trendRoutes(app: FastifyInstance, place: CountPlace): Promise<void> {
  const { database, now, timeZone } = place
  app.get<{ Querystring: TrendQuery }>(
    '/api/v1/counts/trend',
    {
      config: { access: 'see-counts' },
      schema: { summary: 'Counts at the end of each of the last months', querystring: TrendQuerySchema, response: { 200: TrendSchema } },
    },
    async (request): Promise<Trend> => {
      const { scope } = callerOrFail(request)
      const { asOf, unit } = request.query
      await expectUnit(database, scope, unit)
      const days = asOf === undefined ? trendDays(now(), timeZone) : trendUntil((await asOfAsked(place, { asOf })).day)
      return readTrend(database, days, { scope, unit, timeZone, at: now() })
    },
  )
}
