/** The collector as a Fastify plugin tree: everything that answers requests, nothing that owns the process. */
import Fastify, { type FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { declareAccess } from './access/declare.ts'
import type { Settings } from './config/settings.ts'
import { calendarOf } from './ingest/calendar.ts'
import { agentPolicy } from './ingest/policy.ts'
import { createIngestQueue } from './ingest/queue.ts'
import { ingestRoutes } from './ingest/routes.ts'
import { answerErrors } from './platform/error-answers.ts'
import type { Database } from './store/database.ts'

export type AppOptions = { readonly database: Database; readonly settings: Settings; readonly logger: Logger; readonly now: () => number }

const QUEUE_LIMITS = { maxWaiting: 4_096, maxWaitingBytes: 64 * 1024 * 1024, retryAfterSeconds: 30 }

export async function buildApp({ database, settings, logger, now }: AppOptions): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: logger,
    // A line per request would be a million lines a day; what matters is logged where it happens.
    disableRequestLogging: true,
    // No coercion and no removal anywhere: a null that becomes false would be an invented fact.
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false, useDefaults: false, allErrors: false, strict: false } },
    // A PC on a weak line may take long to send, but not for ever.
    requestTimeout: 120_000,
    keepAliveTimeout: 75_000,
  }) as unknown as FastifyInstance
  declareAccess(app)
  answerErrors(app)
  const queue = createIngestQueue(database, QUEUE_LIMITS)
  await app.register(ingestRoutes, {
    database,
    queue,
    now,
    calendar: calendarOf(settings.timeZone),
    policy: agentPolicy({ contactSeconds: settings.contactSeconds, targets: [], switchedOff: ['software'] }),
  })
  app.addHook('onClose', () => queue.drain())
  return app
}
