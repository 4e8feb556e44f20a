/** One PC over HTTP: its facts and its history. */
import { type PcHistory, PcHistorySchema, type PcPage, PcPageSchema } from '@somay/shared/api/pcs.ts'
import { type Presence, PresenceSchema } from '@somay/shared/api/presence.ts'
import type { FastifyInstance } from 'fastify'
import Type from 'typebox'
import { callerOrFail } from '../../access/identify.ts'
import type { PcListOptions } from '../pc-list/route.ts'
import { momentOf } from '../pc-list/silence.ts'
import { readPresence } from './presence.ts'
import { readPcHistory, readPcPage } from './query.ts'

const ParamsSchema = Type.Object({ id: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }) })
const HistoryQuerySchema = Type.Object({ after: Type.Optional(Type.String({ maxLength: 100 })) })

export async function pcPageRoutes(app: FastifyInstance, { database, now, timeZone }: PcListOptions): Promise<void> {
  app.get<{ Params: { id: number } }>(
    '/api/v1/pcs/:id',
    {
      config: { access: 'see-pcs' },
      schema: { summary: 'One PC', params: ParamsSchema, response: { 200: PcPageSchema } },
    },
    async (request): Promise<PcPage> =>
      readPcPage(database, { id: request.params.id, scope: callerOrFail(request).scope, ...(await momentOf(database, now(), timeZone)) }),
  )

  app.get<{ Params: { id: number } }>(
    '/api/v1/pcs/:id/presence',
    {
      config: { access: 'see-pcs' },
      schema: { summary: 'On which days one PC was there', params: ParamsSchema, response: { 200: PresenceSchema } },
    },
    async (request): Promise<Presence> => readPresence(database, { id: request.params.id, scope: callerOrFail(request).scope }),
  )

  app.get<{ Params: { id: number }; Querystring: { after?: string } }>(
    '/api/v1/pcs/:id/history',
    {
      config: { access: 'see-pcs' },
      schema: {
        summary: 'How the facts of one PC changed',
        params: ParamsSchema,
        querystring: HistoryQuerySchema,
        response: { 200: PcHistorySchema },
      },
    },
    async (request): Promise<PcHistory> =>
      readPcHistory(database, { id: request.params.id, scope: callerOrFail(request).scope }, request.query.after),
  )
}
