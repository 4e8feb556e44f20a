/** People (CBCCVC) of units over HTTP. */
import { type StaffNumbers, StaffNumbersSchema } from '@somay/shared/api/register.ts'
import { UnitTreeQuerySchema } from '@somay/shared/api/units.ts'
import { dayOf } from '@somay/shared/text/dates.ts'
import { dayText } from '@somay/shared/text/days.ts'
import type { FastifyInstance } from 'fastify'
import { callerOrFail } from '../../access/identify.ts'
import { inScope } from '../../access/scope.ts'
import { dayAsked } from '../../platform/day-asked.ts'
import type { CountPlace } from '../counts/as-of.ts'
import { readStaff } from './query.ts'

export async function staffRoutes(app: FastifyInstance, { database, now, timeZone }: CountPlace): Promise<void> {
  app.get<{ Querystring: { asOf?: string } }>(
    '/api/v1/staff-numbers',
    {
      config: { access: 'see-counts' },
      schema: { summary: 'People of units on a date', querystring: UnitTreeQuerySchema, response: { 200: StaffNumbersSchema } },
    },
    async (request): Promise<StaffNumbers> => {
      const { asOf = dayText(dayOf(now(), timeZone)) } = request.query
      dayAsked('asOf', asOf)
      const { scope } = callerOrFail(request)
      return readStaff(database, asOf, (column) => inScope(database.dialect, scope, column))
    },
  )
}
