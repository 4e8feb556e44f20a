/** The rule by which PCs are counted, in all its versions, and the making of another. */
import Type, { type Static } from 'typebox'
import { BLOCKS } from '../text/choices.ts'
import { LONGEST_DAYS } from '../text/count-rule.ts'
import { CountRuleSchema, DayTextSchema } from './counts.ts'

const DaysSchema = Type.Integer({ minimum: 1, maximum: LONGEST_DAYS })

/** `GET /api/v1/count-rules`: every version, the latest first; version 0 is what the ledger began with. */
export const CountRulesSchema = Type.Object({
  today: DayTextSchema,
  /** The version by which today is counted. */
  current: Type.Integer(),
  versions: Type.Array(
    Type.Object({
      ...CountRuleSchema.properties,
      /** The first day counted by it; absent for version 0. */
      fromDay: Type.Optional(DayTextSchema),
      /** The later version that took its place on every day; absent where days are counted by it, or will be. */
      replacedBy: Type.Optional(Type.Integer()),
      who: Type.Optional(Type.String()),
      at: Type.Optional(Type.Integer()),
    }),
  ),
})
export type CountRules = Static<typeof CountRulesSchema>

/** `POST /api/v1/count-rules`: counts of `fromDay` and of later days are made by it, but for frozen reports. */
export const NewCountRuleSchema = Type.Object(
  {
    windowDays: DaysSchema,
    silentDays: DaysSchema,
    blocks: Type.Array(Type.Enum(Object.keys(BLOCKS)), { minItems: 1, uniqueItems: true }),
    fromDay: DayTextSchema,
  },
  { additionalProperties: false },
)
export type NewCountRule = Static<typeof NewCountRuleSchema>
export const CountRuleMadeSchema = Type.Object({ version: Type.Integer() })
export type CountRuleMade = Static<typeof CountRuleMadeSchema>
