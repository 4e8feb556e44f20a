/** Making, changing and removing drafts of reports: for those who answer for all units, together. */
import { type Made, MadeSchema } from '@somay/shared/api/committed-plans.ts'
import { IdParametersSchema } from '@somay/shared/api/people.ts'
import { type DraftChange, DraftChangeSchema, type NewDraft, NewDraftSchema } from '@somay/shared/api/report-drafts.ts'
import type { FastifyInstance } from 'fastify'
import { callerOrFail } from '../access/identify.ts'
import { asOfAsked, type CountPlace } from '../fleet/counts/as-of.ts'
import { Problem } from '../platform/problem.ts'
import { changeDraft, type DraftContent, makeDraft, removeDraft } from '../store/report-drafts.ts'

type Params = { readonly id: number }

export async function draftChangeRoutes(app: FastifyInstance, place: CountPlace): Promise<void> {
  const { database, now } = place
  const config = { access: 'freeze-counts' as const }
  const params = IdParametersSchema

  const contentOf = async ({ asOf, title, note = '', corrects }: NewDraft): Promise<DraftContent> => {
    // A day that is none, or is still to come, is refused now and not when it is to be frozen.
    await asOfAsked(place, { asOf })
    return { day: asOf, title: title.trim(), note: note.trim(), corrects }
  }

  app.post<{ Body: NewDraft }>(
    '/api/v1/report-drafts',
    { config, schema: { summary: 'Keep a draft of a report', body: NewDraftSchema, response: { 200: MadeSchema } } },
    async (request): Promise<Made> => {
      const id = await makeDraft(database, await contentOf(request.body), { who: callerOrFail(request).name, at: now() })
      if (id === undefined) throw new Problem('too-many-drafts')
      return { id }
    },
  )

  app.put<{ Params: Params; Body: DraftChange }>(
    '/api/v1/report-drafts/:id',
    { config, schema: { summary: 'Change a draft of a report', params, body: DraftChangeSchema } },
    async (request, reply) => {
      const { changedAt, ...draft } = request.body
      const { name: who } = callerOrFail(request)
      const content = await contentOf(draft)
      const became = await changeDraft(database, { id: request.params.id, content, changedAt, who, at: now() })
      if (became === 'none') throw new Problem('draft-gone')
      if (became === 'changed') throw new Problem('draft-changed')
      return reply.code(204).send()
    },
  )

  app.delete<{ Params: Params }>(
    '/api/v1/report-drafts/:id',
    { config, schema: { summary: 'Remove a draft of a report', params } },
    async (request, reply) => {
      if (!(await removeDraft(database, request.params.id, { who: callerOrFail(request).name, at: now() }))) throw new Problem('draft-gone')
      return reply.code(204).send()
    },
  )
}
