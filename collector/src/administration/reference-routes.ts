/** The tables of reference: which are in use, and newer ones handed in as a file. */
import { type ReferenceFile, ReferenceFileSchema, type ReferenceStanding, ReferenceStandingSchema } from '@somay/shared/api/reference.ts'
import type { FastifyInstance } from 'fastify'
import { callerOrFail } from '../access/identify.ts'
import { Problem } from '../platform/problem.ts'
import { importReference, referenceStanding } from '../reference/current.ts'
import type { AdministrationPlace } from './reorganisation-route.ts'

const MOST_BYTES = 4 * 1024 * 1024

export async function referenceRoutes(app: FastifyInstance, { database, now }: AdministrationPlace): Promise<void> {
  app.get(
    '/api/v1/reference',
    { config: { access: 'see-plans' }, schema: { summary: 'Tables of reference in use', response: { 200: ReferenceStandingSchema } } },
    async (): Promise<ReferenceStanding> => referenceStanding(database),
  )

  app.put<{ Body: ReferenceFile }>(
    '/api/v1/reference',
    {
      config: { access: 'manage-policies' },
      bodyLimit: MOST_BYTES,
      schema: { summary: 'Import newer tables of reference', body: ReferenceFileSchema, response: { 200: ReferenceStandingSchema } },
    },
    async (request): Promise<ReferenceStanding> => {
      const taken = await importReference(database, request.body, { who: callerOrFail(request).name, at: now() })
      if (taken.length === 0) throw new Problem('reference-not-newer')
      return referenceStanding(database)
    },
  )
}
