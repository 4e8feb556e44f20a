/** Frozen reports over HTTP: the list, one with its figures, the PCs behind each figure, and the proof that nothing was changed. */
import { type CountedPcs, CountedPcsSchema } from '@somay/shared/api/counts.ts'
import {
  type FrozenPcsQuery,
  FrozenPcsQuerySchema,
  type FrozenReport,
  FrozenReportSchema,
  type FrozenReports,
  type FrozenReportsQuery,
  FrozenReportsQuerySchema,
  FrozenReportsSchema,
  type Verification,
  VerificationSchema,
} from '@somay/shared/api/frozen-reports.ts'
import { IdParametersSchema } from '@somay/shared/api/people.ts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Scope } from '../../access/access.ts'
import { callerOrFail } from '../../access/identify.ts'
import { contentHash } from '../../freezing/content-hash.ts'
import { Problem } from '../../platform/problem.ts'
import type { Database } from '../../store/dialect/dialect.ts'
import { conditionsAsked } from '../counted-pcs/conditions-asked.ts'
import { statesAsked } from '../counted-pcs/route.ts'
import { readFrozenPcs, withholdsFrozen } from './pcs.ts'
import { readFrozenHeads, readFrozenReport } from './query.ts'

const DEFAULT_LIMIT = 50

// Every PC of the report is read and hashed anew: a page left open or a script must not take the database from the reports of PCs.
const VERIFICATION_LIMIT = {
  max: 20,
  timeWindow: 60_000,
  hook: 'preHandler' as const,
  // By person, not by address: an office stands behind one.
  keyGenerator: (request: FastifyRequest) => callerOrFail(request).name,
}

type Params = { readonly id: number }

export async function frozenReportRoutes(app: FastifyInstance, { database }: { database: Database }): Promise<void> {
  const config = { access: 'see-counts' as const }
  const params = IdParametersSchema

  app.get<{ Querystring: FrozenReportsQuery }>(
    '/api/v1/frozen-reports',
    { config, schema: { summary: 'Frozen reports', querystring: FrozenReportsQuerySchema, response: { 200: FrozenReportsSchema } } },
    async (request): Promise<FrozenReports> =>
      readFrozenHeads(database, { scope: callerOrFail(request).scope, before: request.query.before }),
  )

  app.get<{ Params: Params }>(
    '/api/v1/frozen-reports/:id',
    { config, schema: { summary: 'A frozen report with its figures', params, response: { 200: FrozenReportSchema } } },
    async (request): Promise<FrozenReport> => frozenOrFail(database, request.params.id, callerOrFail(request).scope),
  )

  app.get<{ Params: Params; Querystring: FrozenPcsQuery }>(
    '/api/v1/frozen-reports/:id/pcs',
    {
      config,
      schema: {
        summary: 'The PCs behind a frozen figure',
        params,
        querystring: FrozenPcsQuerySchema,
        response: { 200: CountedPcsSchema },
      },
    },
    async (request): Promise<CountedPcs> => {
      const { scope } = callerOrFail(request)
      const report = await frozenOrFail(database, request.params.id, scope)
      const { unit, states, blocks, after, limit = DEFAULT_LIMIT } = request.query
      expectUnitIn(report, unit)
      const narrowed = { states: statesAsked(states), conditions: conditionsAsked(request.query), blocks: blocks?.split(',') }
      const asked = { reportId: request.params.id, scope, unit, ...narrowed }
      const [page, withheld] = await Promise.all([readFrozenPcs(database, asked, { after, limit }), withholdsFrozen(database, asked)])
      return { asOf: report.asOf, ...page, ...(withheld && { withheld }) }
    },
  )

  app.get<{ Params: Params }>(
    '/api/v1/frozen-reports/:id/verification',
    {
      config: { ...config, rateLimit: VERIFICATION_LIMIT },
      schema: { summary: 'Whether a frozen report is as it was', params, response: { 200: VerificationSchema } },
    },
    async (request): Promise<Verification> => {
      const { hash: sealed } = await frozenOrFail(database, request.params.id, callerOrFail(request).scope)
      const hash = await contentHash(database, request.params.id)
      return { hash, sealed, matches: hash === sealed }
    },
  )
}

/** The trees of reports are their own: a unit that has ended since stands in them, and one made since does not. */
export function expectUnitIn({ counts }: FrozenReport, unit: number | undefined): void {
  if (unit !== undefined && !counts.rows.some(({ unitId }) => unitId === unit)) throw new Problem('unit-not-found')
}

export async function frozenOrFail(database: Database, id: number, scope: Scope): Promise<FrozenReport> {
  const report = await readFrozenReport(database, id, scope)
  if (!report) throw new Problem('not-found')
  return report
}
