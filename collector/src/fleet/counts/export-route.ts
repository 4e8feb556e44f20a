/** The counts of a date as a file. */
import { type CountsQuery, CountsQuerySchema } from '@somay/shared/api/counts.ts'
import { type Language, languageOf } from '@somay/shared/text/words.ts'
import type { FastifyInstance } from 'fastify'
import Type from 'typebox'
import { callerOrFail } from '../../access/identify.ts'
import { sendTable } from '../send-table.ts'
import { asOfAsked, type CountPlace } from './as-of.ts'
import { count } from './count.ts'
import { countTable } from './table.ts'

const ExportQuerySchema = Type.Object({
  ...CountsQuerySchema.properties,
  format: Type.Enum(['csv', 'xlsx']),
  language: Type.Optional(Type.Enum(['vi', 'en'])),
})
type ExportQuery = CountsQuery & { readonly format: 'csv' | 'xlsx'; readonly language?: Language }

export async function countExportRoutes(app: FastifyInstance, place: CountPlace): Promise<void> {
  app.get<{ Querystring: ExportQuery }>(
    '/api/v1/counts/export',
    { config: { access: 'see-counts' }, schema: { summary: 'Counts of a date as CSV or XLSX', querystring: ExportQuerySchema } },
    async (request, reply) => {
      const { format, language = languageOf(request.headers['accept-language']), unit, ...query } = request.query
      const { name, scope } = callerOrFail(request)
      const counts = await count(place.database, { asOf: await asOfAsked(place, query), scope, unit, at: place.now() })
      const table = countTable(counts, { language, timeZone: place.timeZone, who: name })
      return sendTable(reply, table, `${language === 'vi' ? 'so-lieu' : 'counts'}-${counts.asOf}`, format)
    },
  )
}
