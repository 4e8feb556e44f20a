/** Freezing a count: for those who answer for all units; what would be frozen is what the counts of that date say. */
import { type Freezing, FreezingSchema, type Frozen, FrozenSchema } from '@somay/shared/api/frozen-reports.ts'
import type { FastifyInstance } from 'fastify'
import { callerOrFail } from '../access/identify.ts'
import { asOfAsked, type CountPlace, isOver } from '../fleet/counts/as-of.ts'
import { copiedAsShown, expectFreezable } from '../fleet/counts/confirmed.ts'
import { freeze, type Issuer } from '../freezing/freeze.ts'
import { Problem } from '../platform/problem.ts'

export async function freezeRoutes(app: FastifyInstance, place: CountPlace & { readonly issuer: Issuer }): Promise<void> {
  app.post<{ Body: Freezing }>(
    '/api/v1/frozen-reports',
    { config: { access: 'freeze-counts' }, schema: { summary: 'Freeze a count', body: FreezingSchema, response: { 200: FrozenSchema } } },
    async (request): Promise<Frozen> => {
      const { name: who } = callerOrFail(request)
      const { title, note = '', corrects, draft, confirmed } = request.body
      const asOf = await asOfAsked(place, request.body)
      if (!isOver(place, asOf.day)) throw new Problem('day-not-over')
      await expectFreezable(place, asOf, confirmed)
      const { database, issuer } = place
      const isAsShown = confirmed && copiedAsShown(database, confirmed)
      const freezing = { asOf, title, note, who, at: place.now(), corrects, draft, issuer, ...(isAsShown && { isAsShown }) }
      const id = await freeze(database, freezing)
      if (typeof id === 'string') throw new Problem(id)
      return { id }
    },
  )
}
