/** The tree of units of a date as a file. */
import { UnitTreeQuerySchema } from '@somay/shared/api/units.ts'
import { languageOf } from '@somay/shared/text/words.ts'
import type { FastifyInstance } from 'fastify'
import Type from 'typebox'
import { callerOrFail } from '../../access/identify.ts'
import { sendTable, TABLE_FILE, type TableFile } from '../send-table.ts'
import { readTree } from './tree.ts'
import { type TreePlace, treeDayAsked } from './tree-route.ts'
import { treeTable } from './tree-table.ts'

const ExportQuerySchema = Type.Object({
  ...UnitTreeQuerySchema.properties,
  ...TABLE_FILE,
})
type ExportQuery = TableFile & { readonly asOf?: string }

export async function unitTreeExportRoutes(app: FastifyInstance, place: TreePlace): Promise<void> {
  app.get<{ Querystring: ExportQuery }>(
    '/api/v1/units/tree/export',
    { config: { access: 'see-pcs' }, schema: { summary: 'The tree of units on a date as CSV or XLSX', querystring: ExportQuerySchema } },
    async (request, reply) => {
      const { asOf, format, language = languageOf(request.headers['accept-language']) } = request.query
      const { name: who, scope } = callerOrFail(request)
      const tree = await readTree(place.database, scope, treeDayAsked(asOf, place))
      const table = treeTable(tree, { language, timeZone: place.timeZone, who, at: place.now() })
      return sendTable(reply, table, `${language === 'vi' ? 'don-vi' : 'units'}-${tree.asOf}`, format)
    },
  )
}
