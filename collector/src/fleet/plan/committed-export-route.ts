/** The lines of a committed plan as a file. */
import { type CommittedFilter, CommittedFilterSchema } from '@somay/shared/api/committed-plans.ts'
import { IdParametersSchema } from '@somay/shared/api/people.ts'
import { linesWords } from '@somay/shared/text/committed.ts'
import { languageOf } from '@somay/shared/text/words.ts'
import type { FastifyInstance } from 'fastify'
import Type from 'typebox'
import { callerOrFail } from '../../access/identify.ts'
import { Problem } from '../../platform/problem.ts'
import type { Database } from '../../store/dialect/dialect.ts'
import { sendTable, TABLE_FILE, type TableFile } from '../send-table.ts'
import { aboutCommitted } from './about-plan.ts'
import { readAllCommittedLines } from './committed-lines.ts'
import { readCommittedHead, readUnitsThen } from './committed-plans.ts'
import { committedTable } from './committed-table.ts'

const ExportQuerySchema = Type.Object({
  ...CommittedFilterSchema.properties,
  ...TABLE_FILE,
})
type ExportQuery = CommittedFilter & TableFile
type Place = { readonly database: Database; readonly now: () => number; readonly timeZone: string }

export async function committedExportRoutes(app: FastifyInstance, { database, now, timeZone }: Place): Promise<void> {
  app.get<{ Params: { id: number }; Querystring: ExportQuery }>(
    '/api/v1/committed-plans/:id/lines/export',
    {
      config: { access: 'export-pcs' },
      schema: { summary: 'The PCs of a committed plan as CSV or XLSX', params: IdParametersSchema, querystring: ExportQuerySchema },
    },
    async (request, reply) => {
      const { format, language = languageOf(request.headers['accept-language']), ...query } = request.query
      const { name: who, scope } = callerOrFail(request)
      const plan = await readCommittedHead(database, request.params.id, scope)
      if (!plan) throw new Problem('not-found')
      const names = await readUnitsThen(database, plan.id, scope)
      const { outcome, block, year, unit } = query
      const unitName = unit === undefined ? undefined : (names.get(unit) ?? `#${unit}`)
      const shown = linesWords({ outcome, block, year, unitName, years: plan.terms.years, count: undefined }, language)
      const planned = plan.unitId === undefined ? undefined : (names.get(plan.unitId) ?? `#${plan.unitId}`)
      const about = aboutCommitted(plan, { language, timeZone, who, unitName: planned, shown, at: now() })
      const table = committedTable(readAllCommittedLines(database, { plan, scope, query }), { ...plan, about, language, timeZone })
      return sendTable(reply, table, `${language === 'vi' ? 'thuc-hien-ke-hoach' : 'plan-progress'}-${plan.id}`, format)
    },
  )
}
