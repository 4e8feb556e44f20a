/** The tree of units of any date, for pages and scripts. */
import { type UnitTree, UnitTreeQuerySchema, UnitTreeSchema } from '@somay/shared/api/units.ts'
import { dayOf } from '@somay/shared/text/dates.ts'
import { dayText } from '@somay/shared/text/days.ts'
import type { FastifyInstance } from 'fastify'
import { callerOrFail } from '../../access/identify.ts'
import { dayAsked } from '../../platform/day-asked.ts'
import type { Database } from '../../store/dialect/dialect.ts'
import { readTree } from './tree.ts'

export type TreePlace = { readonly database: Database; readonly now: () => number; readonly timeZone: string }

export async function unitTreeRoutes(app: FastifyInstance, place: TreePlace): Promise<void> {
  app.get<{ Querystring: { asOf?: string } }>(
    '/api/v1/units/tree',
    {
      config: { access: 'see-pcs' },
      schema: { summary: 'The tree of units on a date', querystring: UnitTreeQuerySchema, response: { 200: UnitTreeSchema } },
    },
    async (request): Promise<UnitTree> => readTree(place.database, callerOrFail(request).scope, treeDayAsked(request.query.asOf, place)),
  )
}

/** Today by the collector's calendar unless a day was asked for; one that no calendar has is refused. */
export function treeDayAsked(asOf: string | undefined, { now, timeZone }: TreePlace): string {
  const day = asOf ?? dayText(dayOf(now(), timeZone))
  dayAsked('asOf', day)
  return day
}
