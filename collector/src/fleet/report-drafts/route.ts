/** Drafts of reports over HTTP, and one as the document it would become: for those who freeze. */
import { IdParametersSchema } from '@somay/shared/api/people.ts'
import { type Draft, DraftSchema, type Drafts, DraftsSchema } from '@somay/shared/api/report-drafts.ts'
import type { Language, Words } from '@somay/shared/text/words.ts'
import { languageOf } from '@somay/shared/text/words.ts'
import type { FastifyInstance } from 'fastify'
import Type from 'typebox'
import { callerOrFail } from '../../access/identify.ts'
import type { Issuer } from '../../export/letter.ts'
import { Problem } from '../../platform/problem.ts'
import type { Database } from '../../store/dialect/dialect.ts'
import { aboutCounts } from '../counts/about-counts.ts'
import { asOfAsked, type CountPlace } from '../counts/as-of.ts'
import { count } from '../counts/count.ts'
import { countLetter } from '../counts/letter.ts'
import { countTable } from '../counts/table.ts'
import { ANY_FILE, type AnyFile, sendLetter, sendTable } from '../send-table.ts'
import { readDraft, readDrafts } from './query.ts'

/** On every file of a draft: its figures are not frozen, and may be others tomorrow. */
const NOT_FROZEN: Words = {
  vi: 'DỰ THẢO: số liệu chưa chốt, còn có thể thay đổi.',
  en: 'DRAFT: these figures are not frozen and may still change.',
}
const TITLE: Words = { vi: 'Dự thảo báo cáo', en: 'Draft report' }

type Params = { readonly id: number }

export async function draftRoutes(app: FastifyInstance, place: CountPlace & { readonly issuer: Issuer }): Promise<void> {
  const { database } = place
  const config = { access: 'freeze-counts' as const }
  const params = IdParametersSchema

  app.get(
    '/api/v1/report-drafts',
    { config, schema: { summary: 'Drafts of reports', response: { 200: DraftsSchema } } },
    async (): Promise<Drafts> => ({ drafts: await readDrafts(database) }),
  )

  app.get<{ Params: Params }>(
    '/api/v1/report-drafts/:id',
    { config, schema: { summary: 'A draft of a report', params, response: { 200: DraftSchema } } },
    (request): Promise<Draft> => draftOrFail(database, request.params.id),
  )

  app.get<{ Params: Params; Querystring: AnyFile }>(
    '/api/v1/report-drafts/:id/export',
    { config, schema: { summary: 'A draft as CSV, XLSX or DOCX', params, querystring: Type.Object(ANY_FILE) } },
    async (request, reply) => {
      const { format, language = languageOf(request.headers['accept-language']) } = request.query
      const { name, scope } = callerOrFail(request)
      const draft = await draftOrFail(database, request.params.id)
      const asOf = await asOfAsked(place, { asOf: draft.asOf })
      const counts = await count(database, { asOf, scope, unit: undefined, at: place.now() })
      const file = `${language === 'vi' ? 'du-thao' : 'draft'}-${draft.id}-${draft.asOf}`
      const { timeZone, issuer } = place
      if (format === 'docx') {
        const notes = [...(draft.note === '' ? [] : [draft.note]), NOT_FROZEN[language]]
        return sendLetter(reply, countLetter(counts, { language, timeZone, issuer, title: draft.title, notes }), file)
      }
      const about = [...aboutDraft(draft, language), ...aboutCounts(counts, { language, timeZone, who: name })]
      return sendTable(reply, countTable(counts, { about, language, timeZone }), file, format)
    },
  )
}

async function draftOrFail(database: Database, id: number): Promise<Draft> {
  const draft = await readDraft(database, id)
  if (!draft) throw new Problem('draft-gone')
  return draft
}

function aboutDraft({ title, note }: Draft, language: Language): [string, string][] {
  const noted = note === '' ? [] : [[language === 'vi' ? 'Ghi chú' : 'Note', note] as [string, string]]
  return [[TITLE[language], title], ...noted, [language === 'vi' ? 'Tình trạng' : 'State', NOT_FROZEN[language]]]
}
