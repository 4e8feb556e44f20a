/** What people say of PCs that may be one: the same, two, that a merge was wrong, or that one PC is two. */
import {
  type Answer,
  type Answered,
  AnsweredSchema,
  AnswerSchema,
  type Split,
  type SplitOff,
  SplitOffSchema,
  SplitSchema,
} from '@somay/shared/api/identity.ts'
import { IdParametersSchema } from '@somay/shared/api/people.ts'
import { dayOf } from '@somay/shared/text/dates.ts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { callerOrFail } from '../access/identify.ts'
import { inScope } from '../access/scope.ts'
import { Problem } from '../platform/problem.ts'
import { keepApart } from '../store/identity-questions.ts'
import { mergePcs } from '../store/merging/merge-pcs.ts'
import { splitPc } from '../store/merging/split-pc.ts'
import { undoMerge } from '../store/merging/undo-merge.ts'
import type { AdministrationPlace } from './reorganisation-route.ts'

export async function identityRoutes(app: FastifyInstance, { database, now, timeZone }: AdministrationPlace): Promise<void> {
  const config = { access: 'move-pcs' as const }
  const deedOf = (request: FastifyRequest) => {
    const { name: who, scope } = callerOrFail(request)
    return { who, at: now(), mayTouch: (unit: Parameters<typeof inScope>[2]) => inScope(database.dialect, scope, unit) }
  }

  app.post<{ Body: Answer }>(
    '/api/v1/identity/answers',
    { config, schema: { summary: 'Say whether two PCs are one', body: AnswerSchema, response: { 200: AnsweredSchema } } },
    async (request): Promise<Answered> => {
      const { pcIds, same } = request.body
      const pair = { pcIds: [pcIds[0], pcIds[1]] as const, ...deedOf(request) }
      if (same) {
        const merged = await mergePcs(database, pair)
        if (!merged) throw new Problem('pc-not-found')
        return { mergeId: merged.mergeId, into: merged.into }
      }
      if (!(await keepApart(database, pair))) throw new Problem('pc-not-found')
      return {}
    },
  )

  app.post<{ Params: { id: number } }>(
    '/api/v1/identity/merges/:id/undoing',
    { config, schema: { summary: 'Undo a merge', params: IdParametersSchema } },
    async (request, reply) => {
      const outcome = await undoMerge(database, { mergeId: request.params.id, timeZone, ...deedOf(request) })
      if (outcome === undefined) throw new Problem('not-found')
      if (outcome === 'later') throw new Problem('merge-later')
      return reply.code(204).send()
    },
  )
  app.post<{ Body: Split }>(
    '/api/v1/identity/splits',
    { config, schema: { summary: 'Say that a PC is two since an agent joined', body: SplitSchema, response: { 200: SplitOffSchema } } },
    async (request): Promise<SplitOff> => {
      const { pcId, since } = request.body
      const { year, month, day } = dayOf(since, timeZone)
      const made = await splitPc(database, { pcId, since, sinceDay: { month: year * 100 + month, day }, ...deedOf(request) })
      if (made === undefined) throw new Problem('pc-not-found')
      return { pcId: made }
    },
  )
}
