/** A plan as a file, and any list of its PCs as one. */
import { type PlannedPcsQuery, PlannedPcsQuerySchema } from '@somay/shared/api/planned-pcs.ts'
import { type PlanQuery, PlanQuerySchema } from '@somay/shared/api/plans.ts'
import { languageOf } from '@somay/shared/text/words.ts'
import type { FastifyInstance } from 'fastify'
import Type from 'typebox'
import { callerOrFail } from '../../access/identify.ts'
import type { Issuer } from '../../export/letter.ts'
import { ANY_FILE, type AnyFile, sendFile, sendLetter, sendTable, TABLE_FILE, type TableFile } from '../send-table.ts'
import { planLetterOf, plannedTableOf, planTableOf } from './files.ts'
import { planAsked } from './plan-asked.ts'
import type { PlanPlace } from './terms.ts'

const ExportQuerySchema = Type.Object({
  ...PlanQuerySchema.properties,
  ...ANY_FILE,
})
type ExportQuery = PlanQuery & AnyFile

const { after: _after, limit: _limit, ...CHOSEN } = PlannedPcsQuerySchema.properties
const PcsQuerySchema = Type.Object({ ...CHOSEN, ...TABLE_FILE })
type PcsQuery = Omit<PlannedPcsQuery, 'after' | 'limit'> & TableFile

export async function planExportRoutes(app: FastifyInstance, place: PlanPlace & { readonly issuer: Issuer }): Promise<void> {
  app.get<{ Querystring: ExportQuery }>(
    '/api/v1/plan/export',
    { config: { access: 'export-pcs' }, schema: { summary: 'A plan as CSV, XLSX or DOCX', querystring: ExportQuerySchema } },
    async (request, reply) => {
      const { format, language = languageOf(request.headers['accept-language']), ...query } = request.query
      const { name: who, scope } = callerOrFail(request)
      const asked = { ...(await planAsked(place, query, scope)), language, who, issuer: place.issuer }
      const name = `${language === 'vi' ? 'ke-hoach' : 'plan'}-${asked.terms.on}`
      if (format === 'docx') return sendLetter(reply, await planLetterOf(place.database, asked), name)
      return sendFile(reply, await planTableOf(place.database, asked, format), name, format)
    },
  )
  app.get<{ Querystring: PcsQuery }>(
    '/api/v1/plan/pcs/export',
    { config: { access: 'export-pcs' }, schema: { summary: 'PCs of a plan as CSV or XLSX', querystring: PcsQuerySchema } },
    async (request, reply) => {
      const { format, language = languageOf(request.headers['accept-language']), ...chosen } = request.query
      const { verdict, remedy, year, unpriced, inUnit, inBlock, ...query } = chosen
      const { name: who, scope } = callerOrFail(request)
      const asked = { ...(await planAsked(place, query, scope)), language, who }
      const criteria = { verdicts: verdict && [verdict], remedy, year, unpriced, inUnit, inBlock }
      const table = await plannedTableOf(place.database, asked, criteria)
      return sendTable(reply, table, `${language === 'vi' ? 'may-trong-ke-hoach' : 'planned-pcs'}-${asked.terms.on}`, format)
    },
  )
}
