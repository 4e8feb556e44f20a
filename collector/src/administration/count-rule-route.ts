/** Another version of the rule of counting: for those who answer for all units. */
import { type CountRuleMade, CountRuleMadeSchema, type NewCountRule, NewCountRuleSchema } from '@somay/shared/api/count-rules.ts'
import type { FastifyInstance } from 'fastify'
import { callerOrFail } from '../access/identify.ts'
import { ruleOn } from '../counting/rule.ts'
import { dayAsked } from '../platform/day-asked.ts'
import { changeRule } from '../store/count-rules.ts'
import type { AdministrationPlace } from './reorganisation-route.ts'

export async function countRuleChangeRoutes(app: FastifyInstance, { database, now }: AdministrationPlace): Promise<void> {
  app.post<{ Body: NewCountRule }>(
    '/api/v1/count-rules',
    {
      config: { access: 'manage-count-rules' },
      schema: { summary: 'Count by another rule', body: NewCountRuleSchema, response: { 200: CountRuleMadeSchema } },
    },
    async (request): Promise<CountRuleMade> => {
      dayAsked('fromDay', request.body.fromDay)
      const before = await ruleOn(database, request.body.fromDay)
      return { version: await changeRule(database, request.body, callerOrFail(request).name, now(), before) }
    },
  )
}
