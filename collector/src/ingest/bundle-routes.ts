/** Where a person hands in the bundles of PCs that cannot reach the collector. */
import { type ImportedBundle, ImportedBundleSchema } from '@somay/shared/api/bundles.ts'
import { MAX_BUNDLE_BYTES } from '@somay/shared/bundle-file.ts'
import { PLAIN_PATTERN } from '@somay/shared/text/plain.ts'
import type { FastifyInstance } from 'fastify'
import Type, { type Static } from 'typebox'
import { callerOrFail } from '../access/identify.ts'
import { isInScope } from '../access/scope.ts'
import { Problem } from '../platform/problem.ts'
import { type ImportPlace, importBundle } from './import-bundle.ts'

const QuerySchema = Type.Object(
  {
    carriedBy: Type.Optional(Type.String({ maxLength: 200, pattern: PLAIN_PATTERN })),
    unitId: Type.Optional(Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })),
  },
  { additionalProperties: false },
)

export async function bundleRoutes(app: FastifyInstance, place: ImportPlace): Promise<void> {
  app.addContentTypeParser(
    'application/octet-stream',
    { parseAs: 'buffer', bodyLimit: MAX_BUNDLE_BYTES },
    async (_request: unknown, raw: Buffer) => raw,
  )
  app.post<{ Querystring: Static<typeof QuerySchema>; Body: Buffer }>(
    '/api/v1/bundles',
    {
      config: { access: 'import-bundles' },
      schema: { summary: 'Import an offline bundle', querystring: QuerySchema, response: { 200: ImportedBundleSchema } },
    },
    async (request): Promise<ImportedBundle> => {
      if (!Buffer.isBuffer(request.body)) throw new Problem('media-type-unsupported', 'a bundle comes as application/octet-stream')
      const { name, scope } = callerOrFail(request)
      const { carriedBy, unitId } = request.query
      return importBundle(place, {
        file: request.body,
        carriedBy: carriedBy?.trim() || name,
        who: name,
        unitId,
        mayTouch: (unit) => isInScope(place.database, scope, unit),
      })
    },
  )
}
