/** What somebody should look at, over HTTP. */
import { type Alerts, AlertsSchema } from '@somay/shared/api/alerts.ts'
import type { FastifyInstance } from 'fastify'
import { permissionsOf } from '../../access/access.ts'
import { callerOrFail } from '../../access/identify.ts'
import type { Database } from '../../store/dialect/dialect.ts'
import { countQuestions } from '../identity/query.ts'
import { readAlerts } from './query.ts'

type Place = { readonly database: Database; readonly now: () => number }

export async function alertRoutes(app: FastifyInstance, { database, now }: Place): Promise<void> {
  app.get(
    '/api/v1/alerts',
    { config: { access: 'see-pcs' }, schema: { summary: 'What somebody should look at', response: { 200: AlertsSchema } } },
    async (request): Promise<Alerts> => {
      const caller = callerOrFail(request)
      const alerts = await readAlerts(database, { scope: caller.scope, at: now() })
      if (!permissionsOf(caller).includes('move-pcs')) return alerts
      return { ...alerts, questions: await countQuestions(database, caller.scope) }
    },
  )
}
