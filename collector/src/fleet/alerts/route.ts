/** What somebody should look at, over HTTP. */
import { type Alerts, AlertsSchema, type BackupStanding } from '@somay/shared/api/alerts.ts'
import type { FastifyInstance } from 'fastify'
import { permissionsOf } from '../../access/access.ts'
import { callerOrFail } from '../../access/identify.ts'
import type { Database } from '../../store/dialect/dialect.ts'
import { countQuestions } from '../identity/query.ts'
import { readAlerts } from './query.ts'

type Place = {
  readonly database: Database
  readonly now: () => number
  readonly backups: () => Promise<BackupStanding | undefined>
}

export async function alertRoutes(app: FastifyInstance, { database, now, backups }: Place): Promise<void> {
  app.get(
    '/api/v1/alerts',
    { config: { access: 'see-pcs' }, schema: { summary: 'What somebody should look at', response: { 200: AlertsSchema } } },
    async (request): Promise<Alerts> => {
      const caller = callerOrFail(request)
      const alerts = await readAlerts(database, { scope: caller.scope, at: now() })
      const permissions = permissionsOf(caller)
      // Who reads the log of deeds, where backups stand too, runs the collector.
      const backup = permissions.includes('see-audit') ? await backups() : undefined
      return {
        ...alerts,
        ...(permissions.includes('move-pcs') && { questions: await countQuestions(database, caller.scope) }),
        ...(backup && { backup }),
      }
    },
  )
}
