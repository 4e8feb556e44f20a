/** Saving policies and price books: each change is the next version of its name. */
import {
  type MadeVersion,
  MadeVersionSchema,
  type NewPolicy,
  NewPolicySchema,
  type NewPriceBook,
  NewPriceBookSchema,
} from '@somay/shared/api/plans.ts'
import { dayOf } from '@somay/shared/text/dates.ts'
import { dayText } from '@somay/shared/text/days.ts'
import type { FastifyInstance } from 'fastify'
import { callerOrFail } from '../access/identify.ts'
import { dayAsked } from '../platform/day-asked.ts'
import { savePlanVersion } from '../store/plan-versions.ts'
import type { AdministrationPlace } from './reorganisation-route.ts'

export async function planVersionRoutes(app: FastifyInstance, { database, now, timeZone }: AdministrationPlace): Promise<void> {
  const config = { access: 'manage-policies' as const }

  app.post<{ Body: NewPolicy }>(
    '/api/v1/policies',
    { config, schema: { summary: 'Save a policy', body: NewPolicySchema, response: { 200: MadeVersionSchema } } },
    async (request): Promise<MadeVersion> => {
      const { name, policy } = request.body
      const at = now()
      const fromDay = dayText(dayOf(at, timeZone))
      return savePlanVersion(database, { kind: 'policy', name, fromDay, content: policy, who: callerOrFail(request).name, at })
    },
  )

  app.post<{ Body: NewPriceBook }>(
    '/api/v1/price-books',
    { config, schema: { summary: 'Save a price book', body: NewPriceBookSchema, response: { 200: MadeVersionSchema } } },
    async (request): Promise<MadeVersion> => {
      const { name, fromDay, prices } = request.body
      dayAsked('fromDay', fromDay)
      return savePlanVersion(database, { kind: 'price-book', name, fromDay, content: prices, who: callerOrFail(request).name, at: now() })
    },
  )
}
