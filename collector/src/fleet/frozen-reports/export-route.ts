/** A frozen report and the PCs behind its figures as files: the same at every export. */
import { type FrozenPcsQuery, FrozenPcsQuerySchema } from '@somay/shared/api/frozen-reports.ts'
import { IdParametersSchema } from '@somay/shared/api/people.ts'
import { formatDateTime } from '@somay/shared/text/dates.ts'
import { type Language, languageOf } from '@somay/shared/text/words.ts'
import type { FastifyInstance } from 'fastify'
import Type from 'typebox'
import { callerOrFail } from '../../access/identify.ts'
import type { Issuer } from '../../export/letter.ts'
import type { Database } from '../../store/dialect/dialect.ts'
import { conditionsAsked } from '../counted-pcs/conditions-asked.ts'
import { statesAsked } from '../counted-pcs/route.ts'
import { countedTable } from '../counted-pcs/table.ts'
import { aboutFrozen } from '../counts/about-counts.ts'
import { countLetter } from '../counts/letter.ts'
import { countTable } from '../counts/table.ts'
import { ANY_FILE, type AnyFile, sendLetter, sendTable, TABLE_FILE, type TableFile } from '../send-table.ts'
import { readAllFrozenPcs, withholdsFrozen } from './pcs.ts'
import { readIssuer } from './query.ts'
import { expectUnitIn, frozenOrFail } from './route.ts'

const ReportQuerySchema = Type.Object(ANY_FILE)
const { after: _after, limit: _limit, ...CHOSEN } = FrozenPcsQuerySchema.properties
const PcsQuerySchema = Type.Object({ ...CHOSEN, ...TABLE_FILE })

type Params = { readonly id: number }
type ReportQuery = AnyFile
type PcsQuery = Omit<FrozenPcsQuery, 'after' | 'limit'> & TableFile
/** `issuer` of today is for reports that were frozen before issuers were. */
type Place = { readonly database: Database; readonly issuer: Issuer }

export async function frozenExportRoutes(app: FastifyInstance, { database, issuer: today }: Place): Promise<void> {
  const params = IdParametersSchema

  app.get<{ Params: Params; Querystring: ReportQuery }>(
    '/api/v1/frozen-reports/:id/export',
    {
      config: { access: 'see-counts' },
      schema: { summary: 'A frozen report as CSV, XLSX or DOCX', params, querystring: ReportQuerySchema },
    },
    async (request, reply) => {
      const { format, language = languageOf(request.headers['accept-language']) } = request.query
      const { counts, ...report } = await frozenOrFail(database, request.params.id, callerOrFail(request).scope)
      const file = `${language === 'vi' ? 'bao-cao' : 'report'}-${report.id}-${report.asOf}`
      const { timeZone } = report
      const about = aboutFrozen({ ...report, ...(counts.of && { of: counts.of }), at: report.frozenAt }, { language, timeZone })
      if (format !== 'docx') return sendTable(reply, countTable(counts, { about, language, timeZone }), file, format)
      const notes = [...(report.note === '' ? [] : [report.note]), sealWords({ ...report, language })]
      const issuer = await readIssuer(database, report.id, today)
      return sendLetter(reply, countLetter(counts, { language, timeZone, issuer, title: report.title, notes }), file)
    },
  )

  app.get<{ Params: Params; Querystring: PcsQuery }>(
    '/api/v1/frozen-reports/:id/pcs/export',
    {
      config: { access: 'export-pcs' },
      schema: { summary: 'The PCs behind a frozen figure as CSV or XLSX', params, querystring: PcsQuerySchema },
    },
    async (request, reply) => {
      const { format, language = languageOf(request.headers['accept-language']), unit, blocks, states } = request.query
      const { scope } = callerOrFail(request)
      const report = await frozenOrFail(database, request.params.id, scope)
      const { timeZone } = report
      expectUnitIn(report, unit)
      const narrowed = { states: statesAsked(states), conditions: conditionsAsked(request.query) }
      const asked = { reportId: report.id, scope, unit, ...narrowed, blocks: blocks?.split(',') }
      const of = unit === undefined ? report.counts.of : [report.counts.rows.find(({ unitId }) => unitId === unit)?.name ?? '']
      const about = aboutFrozen({ ...report, ...(of && { of }), at: report.frozenAt }, { language, timeZone })
      const withheld = await withholdsFrozen(database, asked)
      const table = countedTable(readAllFrozenPcs(database, asked), { about, ...narrowed, withheld, language, timeZone })
      return sendTable(reply, table, `${language === 'vi' ? 'may-tinh' : 'pcs'}-${report.id}-${report.asOf}`, format)
    },
  )
}

type Seal = {
  readonly who: string
  readonly frozenAt: number
  readonly hash: string
  readonly timeZone: string
  readonly language: Language
}

function sealWords({ who, frozenAt, hash, timeZone, language }: Seal): string {
  const at = formatDateTime(frozenAt, timeZone)
  if (language === 'vi') return `Số liệu do ${who} chốt lúc ${at}; mã kiểm SHA-256: ${hash}.`
  return `Frozen by ${who} at ${at}; SHA-256 checksum: ${hash}.`
}
