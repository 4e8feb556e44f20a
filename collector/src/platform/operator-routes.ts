/** Health and figures for whoever runs the collector. */
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import type { Database } from '../store/dialect/dialect.ts'
import type { Metrics } from './metrics.ts'
import { Problem } from './problem.ts'

export async function operatorRoutes(app: FastifyInstance, { database, metrics }: { database: Database; metrics: Metrics }): Promise<void> {
  app.get('/healthz', { config: { access: 'public' }, schema: { summary: 'Whether the collector can read its store' } }, async () => {
    await sql`select 1`.execute(database.read).catch(() => {
      throw new Problem('storage-unavailable')
    })
    return { ok: true }
  })

  app.get('/metrics', { config: { access: 'see-metrics' }, schema: { summary: 'Figures in Prometheus text' } }, async (_request, reply) =>
    reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  )
}
