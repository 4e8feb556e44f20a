/** The patch page over HTTP: the fleet by system and unit, the PCs behind each figure, and these as a file. */
import {
  type PatchedPcs,
  type PatchedPcsQuery,
  PatchedPcsQuerySchema,
  PatchedPcsSchema,
  type Patches,
  type PatchesQuery,
  PatchesQuerySchema,
  PatchesSchema,
} from '@somay/shared/api/patches.ts'
import { dayOf } from '@somay/shared/text/dates.ts'
import { dayText } from '@somay/shared/text/days.ts'
import { languageOf } from '@somay/shared/text/words.ts'
import type { FastifyInstance } from 'fastify'
import Type from 'typebox'
import { callerOrFail } from '../../access/identify.ts'
import type { Reference } from '../../plan/reference/reference.ts'
import { dayAsked } from '../../platform/day-asked.ts'
import type { Database } from '../../store/dialect/dialect.ts'
import { expectUnit } from '../counts/unit-asked.ts'
import { sendTable, TABLE_FILE, type TableFile } from '../send-table.ts'
import { readAllPatchedPcs, readPatchedPcs, withholdsPatched } from './pcs.ts'
import { readPatches } from './query.ts'
import { patchedTable } from './table.ts'

const { after: _after, limit: _limit, ...CHOSEN } = PatchedPcsQuerySchema.properties
const ExportQuerySchema = Type.Object({ ...CHOSEN, ...TABLE_FILE })
type ExportQuery = Omit<PatchedPcsQuery, 'after' | 'limit'> & TableFile

type Place = {
  readonly database: Database
  readonly now: () => number
  readonly timeZone: string
  readonly reference: () => Promise<Reference>
}

const DEFAULT_LIMIT = 50

export async function patchRoutes(app: FastifyInstance, { database, now, timeZone, reference }: Place): Promise<void> {
  const config = { access: 'see-pcs' as const }
  const today = () => dayText(dayOf(now(), timeZone))
  const dayOfQuery = (on: string | undefined) => (on === undefined ? today() : dayText(dayAsked('on', on)))

  app.get<{ Querystring: PatchesQuery }>(
    '/api/v1/patches',
    {
      config,
      schema: { summary: 'PCs by system, support and patch age', querystring: PatchesQuerySchema, response: { 200: PatchesSchema } },
    },
    async (request): Promise<Patches> => {
      const { scope } = callerOrFail(request)
      const { on, unit } = request.query
      await expectUnit(database, scope, unit)
      return readPatches(database, { on: dayOfQuery(on), today: today(), unit, scope, reference: await reference(), at: now() })
    },
  )

  app.get<{ Querystring: PatchedPcsQuery }>(
    '/api/v1/patches/pcs',
    {
      config,
      schema: { summary: 'The PCs behind a figure of patches', querystring: PatchedPcsQuerySchema, response: { 200: PatchedPcsSchema } },
    },
    async (request): Promise<PatchedPcs> => {
      const { scope } = callerOrFail(request)
      const { after, limit = DEFAULT_LIMIT, on, ...query } = request.query
      await expectUnit(database, scope, query.unit)
      const asked = { ...query, on: dayOfQuery(on), scope }
      const [page, withheld] = await Promise.all([readPatchedPcs(database, asked, { after, limit }), withholdsPatched(database, asked)])
      return { ...page, ...(withheld && { withheld }) }
    },
  )

  app.get<{ Querystring: ExportQuery }>(
    '/api/v1/patches/pcs/export',
    {
      config: { access: 'export-pcs' },
      schema: { summary: 'The PCs behind a figure of patches as CSV or XLSX', querystring: ExportQuerySchema },
    },
    async (request, reply) => {
      const { name: who, scope } = callerOrFail(request)
      const { format, language = languageOf(request.headers['accept-language']), on, ...query } = request.query
      await expectUnit(database, scope, query.unit)
      const asked = { ...query, on: dayOfQuery(on) }
      const { lifecycle, builds } = await reference()
      const table = patchedTable(readAllPatchedPcs(database, { ...asked, scope }), {
        asked,
        withheld: await withholdsPatched(database, { ...asked, scope }),
        reference: { lifecycle: lifecycle.asOf, builds: builds.asOf },
        at: now(),
        who,
        language,
        timeZone,
      })
      return sendTable(reply, table, `${language === 'vi' ? 'ban-va' : 'patches'}-${asked.on}`, format)
    },
  )
}
