/** The versions of the rule of counting over HTTP: whoever sees counts may see by what they were made. */
import { type CountRules, CountRulesSchema } from '@somay/shared/api/count-rules.ts'
import { dayOf } from '@somay/shared/text/dates.ts'
import { dayText } from '@somay/shared/text/days.ts'
import type { FastifyInstance } from 'fastify'
import type { CountPlace } from '../counts/as-of.ts'
import { readCountRules } from './query.ts'

export async function countRuleRoutes(app: FastifyInstance, { database, now, timeZone }: CountPlace): Promise<void> {
  app.get(
    '/api/v1/count-rules',
    { config: { access: 'see-counts' }, schema: { summary: 'Rules of counting', response: { 200: CountRulesSchema } } },
    (): Promise<CountRules> => readCountRules(database, dayText(dayOf(now(), timeZone))),
  )
}
