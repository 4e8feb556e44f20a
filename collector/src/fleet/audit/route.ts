/** The log of what was changed: who, when, what, old and new; the newest first. */
import { type Audit, type AuditQuery, AuditQuerySchema, AuditSchema } from '@somay/shared/api/audit.ts'
import type { FastifyInstance } from 'fastify'
import type { Database } from '../../store/dialect/dialect.ts'
import { readAudit } from './query.ts'

export async function auditRoutes(app: FastifyInstance, { database }: { database: Database }): Promise<void> {
  app.get<{ Querystring: AuditQuery }>(
    '/api/v1/audit',
    {
      config: { access: 'see-audit' },
      schema: { summary: 'What people changed', querystring: AuditQuerySchema, response: { 200: AuditSchema } },
    },
    (request): Promise<Audit> => readAudit(database, request.query),
  )
}
