/** The PCs behind a figure as a file: all of them, with what they were that day. */
import { type CountedPc, type CountedPcsQuery, CountedPcsQuerySchema } from '@somay/shared/api/counts.ts'
import type { Cell } from '@somay/shared/api/pcs.ts'
import { COUNT_STATES } from '@somay/shared/text/choices.ts'
import { dayText } from '@somay/shared/text/days.ts'
import { type Language, languageOf, type Words } from '@somay/shared/text/words.ts'
import type { FastifyInstance } from 'fastify'
import Type from 'typebox'
import { callerOrFail } from '../../access/identify.ts'
import type { Table } from '../../export/table.ts'
import { aboutCounts } from '../counts/about-counts.ts'
import { asOfAsked, type CountPlace } from '../counts/as-of.ts'
import { unitCondition } from '../counts/count.ts'
import { sendTable } from '../send-table.ts'
import { COUNTED_COLUMNS } from './columns.ts'
import { readAllCounted } from './query.ts'
import { statesAsked } from './route.ts'

const ExportQuerySchema = Type.Object({
  ...CountedPcsQuerySchema.properties,
  format: Type.Enum(['csv', 'xlsx']),
  language: Type.Optional(Type.Enum(['vi', 'en'])),
})
type ExportQuery = CountedPcsQuery & { readonly format: 'csv' | 'xlsx'; readonly language?: Language }

const NAME: Words = { vi: 'Máy tính', en: 'PCs' }
const TITLE: Words = { vi: 'Máy tính sau một con số', en: 'PCs behind a figure' }
const SELECTED: Words = { vi: 'Tình trạng được chọn', en: 'Selected states' }
const EVERY: Words = { vi: 'tất cả', en: 'all' }
const NONE: Words = { vi: 'chưa ghi nhận', en: 'none on record' }

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
      const within = unitCondition(database.dialect, scope, unit)
      const day = dayText(asOf.day)
      const selected = states?.map((state) => COUNT_STATES[state][language]).join(', ') ?? EVERY[language]
      const table: Table = {
        name: NAME[language],
        title: TITLE[language],
        about: [
          ...aboutCounts({ asOf: day, at: now(), rule: asOf.rule }, { language, timeZone, who: name }),
          [SELECTED[language], selected],
        ],
        columns: COUNTED_COLUMNS,
        language,
        timeZone,
        rows: rowsOf(readAllCounted(database, { asOf, within, states, blocks: blocks?.split(',') }), language),
      }
      return sendTable(reply, table, `${language === 'vi' ? 'may-tinh' : 'pcs'}-${day}`, format)
    },
  )
}

async function* rowsOf(
  chunks: AsyncIterable<readonly CountedPc[]>,
  language: Language,
): Table['rows'] extends AsyncIterable<infer R> ? AsyncGenerator<R> : never {
  const dayCell = (day: string | undefined): Cell => (day === undefined ? NONE[language] : Date.parse(day))
  for await (const chunk of chunks)
    yield chunk.map(({ pcId: _pcId, internetOn, heardOn, ...cells }) => ({
      cells: { ...cells, internetOn: dayCell(internetOn), heardOn: dayCell(heardOn) },
    }))
}
