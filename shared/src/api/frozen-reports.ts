/** Counts as they were frozen: nothing changes them any more. */
import Type, { type Static } from 'typebox'
import { NAME_PATTERN, PLAIN_PATTERN } from '../text/plain.ts'
import { CountedPcsQuerySchema, CountRuleSchema, CountsSchema, DayTextSchema, FiguresSchema } from './counts.ts'

const IdSchema = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })
const CountSchema = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })

/** `POST /api/v1/frozen-reports`; `corrects` names the report that this one puts right, `confirmed` what a person was shown of the total before, with the digest of the whole count, `draft` the draft that ends with it. */
export const FreezingSchema = Type.Object(
  {
    asOf: DayTextSchema,
    rule: Type.Optional(Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })),
    title: Type.String({ minLength: 1, maxLength: 200, pattern: NAME_PATTERN }),
    note: Type.Optional(Type.String({ maxLength: 2_000 })),
    corrects: Type.Optional(IdSchema),
    confirmed: Type.Optional(
      Type.Object(
        { connected: CountSchema, all: CountSchema, digest: Type.String({ maxLength: 64, pattern: PLAIN_PATTERN }) },
        { additionalProperties: false },
      ),
    ),
    draft: Type.Optional(Type.Object({ id: IdSchema, changedAt: CountSchema }, { additionalProperties: false })),
  },
  { additionalProperties: false },
)
export type Freezing = Static<typeof FreezingSchema>

export const FrozenSchema = Type.Object({ id: Type.Integer() })
export type Frozen = Static<typeof FrozenSchema>

const HeadSchema = {
  id: Type.Integer(),
  asOf: DayTextSchema,
  /** In which the day was counted, and in which its documents tell moments. */
  timeZone: Type.String(),
  title: Type.String(),
  note: Type.String(),
  who: Type.String(),
  /** Ms since 1970. */
  frozenAt: Type.Integer(),
  rule: CountRuleSchema,
  /** SHA-256 over everything it says. */
  hash: Type.String(),
  corrects: Type.Optional(Type.Integer()),
  correctedBy: Type.Optional(Type.Integer()),
}

/** `GET /api/v1/frozen-reports`: the newest first; `total` is of the units the caller may see. */
export const FrozenReportsQuerySchema = Type.Object({ before: Type.Optional(IdSchema) })
export type FrozenReportsQuery = Static<typeof FrozenReportsQuerySchema>
export const FrozenReportsSchema = Type.Object({
  reports: Type.Array(Type.Object({ ...HeadSchema, total: FiguresSchema })),
  more: Type.Boolean(),
})
export type FrozenReports = Static<typeof FrozenReportsSchema>
export type FrozenHead = FrozenReports['reports'][number]

/** `GET /api/v1/frozen-reports/:id`: the figures as the live counts have them, `at` being when they were frozen. */
export const FrozenReportSchema = Type.Object({ ...HeadSchema, counts: CountsSchema })
export type FrozenReport = Static<typeof FrozenReportSchema>

/** `GET /api/v1/frozen-reports/:id/pcs`: the PCs behind a figure, as they were frozen. */
export const FrozenPcsQuerySchema = Type.Object({
  unit: CountedPcsQuerySchema.properties.unit,
  states: CountedPcsQuerySchema.properties.states,
  casing: CountedPcsQuerySchema.properties.casing,
  support: CountedPcsQuerySchema.properties.support,
  patchAge: CountedPcsQuerySchema.properties.patchAge,
  blocks: CountedPcsQuerySchema.properties.blocks,
  after: CountedPcsQuerySchema.properties.after,
  limit: CountedPcsQuerySchema.properties.limit,
})
export type FrozenPcsQuery = Static<typeof FrozenPcsQuerySchema>

/** `GET /api/v1/frozen-reports/:id/verification`: the hash over what stands in the ledger now. */
export const VerificationSchema = Type.Object({ hash: Type.String(), sealed: Type.String(), matches: Type.Boolean() })
export type Verification = Static<typeof VerificationSchema>
