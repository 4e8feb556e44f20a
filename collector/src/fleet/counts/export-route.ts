/** The counts of a date as a file. */
import { type CountsQuery, CountsQuerySchema } from '@somay/shared/api/counts.ts'
import { languageOf } from '@somay/shared/text/words.ts'
import type { FastifyInstance } from 'fastify'
import Type from 'typebox'
import { callerOrFail } from '../../access/identify.ts'
import type { Issuer } from '../../export/letter.ts'
import { ANY_FILE, type AnyFile, sendLetter, sendTable } from '../send-table.ts'
import { aboutCounts } from './about-counts.ts'
import { asOfAsked, type CountPlace } from './as-of.ts'
import { count } from './count.ts'
import { countLetter } from './letter.ts'
import { countTable } from './table.ts'
import { expectUnit } from './unit-asked.ts'

const ExportQuerySchema = Type.Object({
  ...CountsQuerySchema.properties,
  ...ANY_FILE,
})
type ExportQuery = CountsQuery & AnyFile

export async function countExportRoutes(app: FastifyInstance, place: CountPlace & { readonly issuer: Issuer }): Promise<void> {
  app.get<{ Querystring: ExportQuery }>(
    '/api/v1/counts/export',
    { config: { access: 'see-counts' }, schema: { summary: 'Counts of a date as CSV, XLSX or DOCX', querystring: ExportQuerySchema } },
    async (request, reply) => {
      const { format, language = languageOf(request.headers['accept-language']), unit, ...query } = request.query
      const { name, scope } = callerOrFail(request)
      await expectUnit(place.database, scope, unit)
      const counts = await count(place.database, { asOf: await asOfAsked(place, query), scope, unit, at: place.now() })
      const file = `${language === 'vi' ? 'so-lieu' : 'counts'}-${counts.asOf}`
      const { timeZone, issuer } = place
      if (format === 'docx') return sendLetter(reply, countLetter(counts, { language, timeZone, issuer }), file)
      const about = aboutCounts(counts, { language, timeZone, who: name })
      return sendTable(reply, countTable(counts, { about, language, timeZone }), file, format)
    },
  )
}
