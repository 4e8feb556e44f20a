/** The register over HTTP: its views, their sums, what books and PCs differ in. */
import {
  type Reconciliation,
  ReconciliationSchema,
  type RegisterList,
  RegisterListSchema,
  type RegisterQuery,
  RegisterQuerySchema,
  type RegisterSummary,
  RegisterSummarySchema,
} from '@somay/shared/api/register.ts'
import { dayOf } from '@somay/shared/text/dates.ts'
import { dayText } from '@somay/shared/text/days.ts'
import type { FastifyInstance } from 'fastify'
import Type from 'typebox'
import { callerOrFail } from '../../access/identify.ts'
import { inScope } from '../../access/scope.ts'
import type { CountPlace } from '../counts/as-of.ts'
import { unitCondition } from '../counts/count.ts'
import type { UnitCondition } from '../counts/query.ts'
import { expectUnit } from '../counts/unit-asked.ts'
import { readRegister } from './query.ts'
import { readReconciliation, readRegisterSummary } from './summary.ts'

const DEFAULT_LIMIT = 50
const UnitQuerySchema = Type.Object({ unit: RegisterQuerySchema.properties.unit }, { additionalProperties: false })
type UnitQuery = { readonly unit?: number }

export async function registerViewRoutes(app: FastifyInstance, { database, now, timeZone }: CountPlace): Promise<void> {
  const config = { access: 'see-pcs' as const }

  app.get<{ Querystring: RegisterQuery }>(
    '/api/v1/register',
    {
      config,
      schema: { summary: 'The register against what reported', querystring: RegisterQuerySchema, response: { 200: RegisterListSchema } },
    },
    async (request): Promise<RegisterList> => {
      const { view = 'all', unit, q, after, limit = DEFAULT_LIMIT } = request.query
      const { scope } = callerOrFail(request)
      await expectUnit(database, scope, unit)
      const seen: UnitCondition = (column) => inScope(database.dialect, scope, column)
      const asked = { view, within: unitCondition(database.dialect, scope, unit), seen, hidesExempt: scope === 'all-open', q }
      return readRegister(database, asked, { after, limit })
    },
  )

  app.get<{ Querystring: UnitQuery }>(
    '/api/v1/register/summary',
    {
      config,
      schema: {
        summary: 'How many each view of the register holds',
        querystring: UnitQuerySchema,
        response: { 200: RegisterSummarySchema },
      },
    },
    async (request): Promise<RegisterSummary> => {
      const { scope } = callerOrFail(request)
      await expectUnit(database, scope, request.query.unit)
      // Names of files may name units: only who sees all of them is told.
      const within = unitCondition(database.dialect, scope, request.query.unit)
      return { asOf: dayText(dayOf(now(), timeZone)), ...(await readRegisterSummary(database, within, typeof scope === 'string')) }
    },
  )

  app.get<{ Querystring: UnitQuery }>(
    '/api/v1/register/reconciliation',
    { config, schema: { summary: 'Books and PCs by unit', querystring: UnitQuerySchema, response: { 200: ReconciliationSchema } } },
    async (request): Promise<Reconciliation> => {
      const { scope } = callerOrFail(request)
      const { unit } = request.query
      await expectUnit(database, scope, unit)
      const rows = await readReconciliation(database, unitCondition(database.dialect, scope, unit))
      return { asOf: dayText(dayOf(now(), timeZone)), rows }
    },
  )
}
