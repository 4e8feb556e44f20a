/** The PCs behind a figure over HTTP. */

import { type CountedPcs, type CountedPcsQuery, CountedPcsQuerySchema, CountedPcsSchema } from '@somay/shared/api/counts.ts'
import { COUNT_STATES, type CountState } from '@somay/shared/text/choices.ts'
import { dayText } from '@somay/shared/text/days.ts'
import type { FastifyInstance } from 'fastify'
import { callerOrFail } from '../../access/identify.ts'
import { Problem } from '../../platform/problem.ts'
import { asOfAsked, type CountPlace } from '../counts/as-of.ts'
import { unitCondition } from '../counts/count.ts'
import { expectUnit } from '../counts/unit-asked.ts'
import { conditionsAsked } from './conditions-asked.ts'
import { readCountedPcs, withholds } from './query.ts'

const DEFAULT_LIMIT = 50

export async function countedPcRoutes(app: FastifyInstance, place: CountPlace): Promise<void> {
  app.get<{ Querystring: CountedPcsQuery }>(
    '/api/v1/counts/pcs',
    {
      config: { access: 'see-counts' },
      schema: {
        summary: 'The PCs behind a figure, as they were on its date',
        querystring: CountedPcsQuerySchema,
        response: { 200: CountedPcsSchema },
      },
    },
    async (request): Promise<CountedPcs> => {
      const { unit, states, blocks, after, limit = DEFAULT_LIMIT } = request.query
      const asOf = await asOfAsked(place, request.query)
      const { scope } = callerOrFail(request)
      await expectUnit(place.database, scope, unit)
      const within = unitCondition(place.database.dialect, scope, unit)
      const asked = {
        asOf,
        within,
        scope,
        states: statesAsked(states),
        conditions: conditionsAsked(request.query),
        blocks: blocks?.split(','),
      }
      const [page, withheld] = await Promise.all([
        readCountedPcs(place.database, asked, { after, limit }),
        withholds(place.database, asked),
      ])
      return { asOf: dayText(asOf.day), ...page, ...(withheld && { withheld }) }
    },
  )
}

export function statesAsked(states: string | undefined): readonly CountState[] | undefined {
  if (states === undefined) return undefined
  const asked = states.split(',')
  for (const state of asked)
    if (!(state in COUNT_STATES)) throw new Problem('query-invalid', { vi: `states: không có "${state}"`, en: `states: no "${state}"` })
  return asked as CountState[]
}
