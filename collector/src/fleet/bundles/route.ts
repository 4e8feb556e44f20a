/** The bundles imported lately, for those who may import. */
import { type BundleList, type BundleListQuery, BundleListQuerySchema, BundleListSchema } from '@somay/shared/api/bundles.ts'
import type { FastifyInstance } from 'fastify'
import { callerOrFail } from '../../access/identify.ts'
import type { Database } from '../../store/dialect/dialect.ts'
import { readBundleList } from './query.ts'

export async function bundleListRoutes(app: FastifyInstance, { database }: { database: Database }): Promise<void> {
  app.get<{ Querystring: BundleListQuery }>(
    '/api/v1/bundles',
    {
      config: { access: 'import-bundles' },
      schema: { summary: 'Bundles imported lately', querystring: BundleListQuerySchema, response: { 200: BundleListSchema } },
    },
    async (request): Promise<BundleList> => readBundleList(database, callerOrFail(request).scope, request.query),
  )
}
