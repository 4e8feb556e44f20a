/** Drafts of reports: what will be frozen of a day, while it is worked on. */
import Type, { type Static } from 'typebox'
import { DayTextSchema } from './counts.ts'
import { FreezingSchema } from './frozen-reports.ts'

const { asOf, title, note, corrects } = FreezingSchema.properties

/** `POST /api/v1/report-drafts`; of a day that is not over, too. */
export const NewDraftSchema = Type.Object({ asOf, title, note, corrects }, { additionalProperties: false })
export type NewDraft = Static<typeof NewDraftSchema>

/** Ms since 1970: when it was last changed; what a change must name as what it was made from. */
const ChangedAtSchema = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })

/** `PUT /api/v1/report-drafts/:id`. */
export const DraftChangeSchema = Type.Object({ ...NewDraftSchema.properties, changedAt: ChangedAtSchema }, { additionalProperties: false })
export type DraftChange = Static<typeof DraftChangeSchema>

/** `GET /api/v1/report-drafts/:id`; its figures are the counts of its day. */
export const DraftSchema = Type.Object({
  id: Type.Integer(),
  asOf: DayTextSchema,
  title: Type.String(),
  note: Type.String(),
  corrects: Type.Optional(Type.Integer()),
  /** Who changed it last. */
  who: Type.String(),
  changedAt: ChangedAtSchema,
})
export type Draft = Static<typeof DraftSchema>

/** `GET /api/v1/report-drafts`: what was changed last comes first. */
export const DraftsSchema = Type.Object({ drafts: Type.Array(DraftSchema) })
export type Drafts = Static<typeof DraftsSchema>
