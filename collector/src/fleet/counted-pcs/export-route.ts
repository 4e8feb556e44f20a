/** The PCs behind a figure as a file: all of them, with what they were that day. */
import { type CountedPcsQuery, CountedPcsQuerySchema } from '@somay/shared/api/counts.ts'
import { dayText } from '@somay/shared/text/days.ts'
import { languageOf } from '@somay/shared/text/words.ts'
import type { FastifyInstance } from 'fastify'
import Type from 'typebox'
import { callerOrFail } from '../../access/identify.ts'
import { aboutCounts } from '../counts/about-counts.ts'
import { asOfAsked, type CountPlace, isOver } from '../counts/as-of.ts'
import { unitCondition } from '../counts/count.ts'
import { expectUnit } from '../counts/unit-asked.ts'
import { unitsAsked } from '../counts/whole-or-part.ts'
import { sendTable, TABLE_FILE, type TableFile } from '../send-table.ts'
import { conditionsAsked } from './conditions-asked.ts'
import { readAllCounted, withholds } from './query.ts'
import { statesAsked } from './route.ts'
import { countedTable } from './table.ts'

const ExportQuerySchema = Type.Object({
  ...CountedPcsQuerySchema.properties,
  ...TABLE_FILE,
})
type ExportQuery = CountedPcsQuery & TableFile

export async function countedExportRoutes(app: FastifyInstance, place: CountPlace): Promise<void> {
  app.get<{ Querystring: ExportQuery }>(
    '/api/v1/counts/pcs/export',
    { config: { access: 'export-pcs' }, schema: { summary: 'The PCs behind a figure as CSV or XLSX', querystring: ExportQuerySchema } },
    async (request, reply) => {
      const { format, language = languageOf(request.headers['accept-language']), unit, blocks, ...query } = request.query
      const { name, scope } = callerOrFail(request)
      const { database, timeZone, now } = place
      const asOf = await asOfAsked(place, query)
      const states = statesAsked(query.states)
      await expectUnit(database, scope, unit)
      const within = unitCondition(database.dialect, scope, unit)
      const day = dayText(asOf.day)
      const of = await unitsAsked(database, scope, unit)
      const dated = { asOf: day, at: now(), isOver: isOver(place, asOf.day), rule: asOf.rule, blocks: asOf.rule.blocks, ...(of && { of }) }
      const about = aboutCounts(dated, { language, timeZone, who: name })
      const conditions = conditionsAsked(query)
      const asked = { asOf, within, scope, states, conditions, blocks: blocks?.split(',') }
      const withheld = await withholds(database, asked)
      const table = countedTable(readAllCounted(database, asked), { about, states, conditions, withheld, language, timeZone })
      return sendTable(reply, table, `${language === 'vi' ? 'may-tinh' : 'pcs'}-${day}`, format)
    },
  )
}
