/** The list of PCs as a file: exactly the view on the screen, all of its pages. */
import { type PcListQuery, PcListQuerySchema } from '@somay/shared/api/pcs.ts'
import { formatDateTime } from '@somay/shared/text/dates.ts'
import { languageOf, type Words } from '@somay/shared/text/words.ts'
import type { FastifyInstance } from 'fastify'
import Type from 'typebox'
import { callerOrFail } from '../../access/identify.ts'
import type { Table } from '../../export/table.ts'
import { sendTable, TABLE_FILE, type TableFile } from '../send-table.ts'
import { aboutView, unitNames } from './about-view.ts'
import { PC_LIST_COLUMNS } from './columns.ts'
import { chosenColumns } from './plan.ts'
import { readAllRows } from './query.ts'
import type { PcListOptions } from './route.ts'
import { momentOf } from './silence.ts'

const ExportQuerySchema = Type.Object({
  ...PcListQuerySchema.properties,
  ...TABLE_FILE,
})

type ExportQuery = PcListQuery & TableFile

const NAME: Words = { vi: 'Máy tính', en: 'PCs' }
const TITLE: Words = { vi: 'Danh sách máy tính', en: 'List of PCs' }

export async function pcExportRoutes(app: FastifyInstance, { database, now, timeZone }: PcListOptions): Promise<void> {
  app.get<{ Querystring: ExportQuery }>(
    '/api/v1/pcs/export',
    {
      config: { access: 'export-pcs' },
      schema: { summary: 'The list of PCs as CSV or XLSX', querystring: ExportQuerySchema },
    },
    async (request, reply) => {
      const { format, language = languageOf(request.headers['accept-language']), ...query } = request.query
      const moment = await momentOf(database, now(), timeZone)
      const { at } = moment
      const rows = readAllRows(database, { query, scope: callerOrFail(request).scope, ...moment })
      const begun = await started(rows)
      const wording = { language, columns: PC_LIST_COLUMNS, units: await unitNames(database, query), timeZone }
      const table: Table = {
        name: NAME[language],
        title: TITLE[language],
        about: aboutView(query, { wording, at, who: callerOrFail(request).name }),
        columns: chosenColumns(query),
        language,
        timeZone,
        rows: begun,
      }
      return sendTable(
        reply,
        table,
        `${language === 'vi' ? 'may-tinh' : 'pcs'}-${formatDateTime(at, timeZone).replace(/[/: ]/g, '-')}`,
        format,
      )
    },
  )
}

// The first chunk is read before the answer begins, so that a wrong filter is a clear error and not half a file.
async function started<T>(rows: AsyncGenerator<T>): Promise<AsyncIterable<T>> {
  const first = await rows.next()
  return (async function* () {
    if (first.done) return
    yield first.value
    yield* rows
  })()
}
