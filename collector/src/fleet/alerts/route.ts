/** What somebody should look at, over HTTP. */
import { type Alerts, AlertsSchema } from '@somay/shared/api/alerts.ts'
import type { FastifyInstance } from 'fastify'
import { callerOrFail } from '../../access/identify.ts'
import type { Database } from '../../store/dialect/dialect.ts'
import { readAlerts } from './query.ts'

type Place = { readonly database: Database; readonly now: () => number }

export async function alertRoutes(app: FastifyInstance, { database, now }: Place): Promise<void> {
  app.get(
    '/api/v1/alerts',
    { config: { access: 'see-pcs' }, schema: { summary: 'What somebody should look at', response: { 200: AlertsSchema } } },
    async (request): Promise<Alerts> => readAlerts(database, { scope: callerOrFail(request).scope, at: now() }),
  )
}
