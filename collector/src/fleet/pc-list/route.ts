/** The list of PCs over HTTP: its columns and its pages. */
import {
  type Column,
  ColumnSchema,
  type PcList,
  type PcListQuery,
  PcListQuerySchema,
  PcListSchema,
  type PcStates,
  type PcStatesQuery,
  PcStatesQuerySchema,
  PcStatesSchema,
} from '@somay/shared/api/pcs.ts'
import type { FastifyInstance } from 'fastify'
import Type from 'typebox'
import { callerOrFail } from '../../access/identify.ts'
import type { Database } from '../../store/dialect/dialect.ts'
import { PC_LIST_COLUMNS } from './columns.ts'
import { OPERATORS } from './filters.ts'
import { readPcList } from './query.ts'
import { momentOf } from './silence.ts'
import { readPcStates } from './states.ts'

export type PcListOptions = { readonly database: Database; readonly now: () => number; readonly timeZone: string }

export async function pcListRoutes(app: FastifyInstance, { database, now, timeZone }: PcListOptions): Promise<void> {
  app.get(
    '/api/v1/pcs/columns',
    {
      config: { access: 'see-pcs' },
      schema: { summary: 'Columns of the list of PCs', response: { 200: Type.Array(ColumnSchema) } },
    },
    async (): Promise<Column[]> =>
      PC_LIST_COLUMNS.map((column) => ({
        key: column.key,
        heading: column.heading,
        kind: column.kind,
        ...(column.form ? { form: column.form } : {}),
        shownByDefault: column.shown ?? false,
        sortable: true,
        operators: OPERATORS[column.kind].filter((operator) => !(column.neverNull && (operator === 'known' || operator === 'unknown'))),
        ...(column.choices ? { choices: [...column.choices] } : {}),
      })),
  )

  app.get<{ Querystring: PcStatesQuery }>(
    '/api/v1/pcs/states',
    {
      config: { access: 'see-pcs' },
      schema: { summary: 'PCs of a selection by connectivity', querystring: PcStatesQuerySchema, response: { 200: PcStatesSchema } },
    },
    async (request): Promise<PcStates> =>
      readPcStates(database, { query: request.query, scope: callerOrFail(request).scope, ...(await momentOf(database, now(), timeZone)) }),
  )

  app.get<{ Querystring: PcListQuery }>(
    '/api/v1/pcs',
    {
      config: { access: 'see-pcs' },
      schema: { summary: 'A page of the list of PCs', querystring: PcListQuerySchema, response: { 200: PcListSchema } },
    },
    async (request): Promise<PcList> =>
      readPcList(database, { query: request.query, scope: callerOrFail(request).scope, ...(await momentOf(database, now(), timeZone)) }),
  )
}
