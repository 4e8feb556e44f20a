/** Counts of many dates: the ends of the thirteen months before a day, and the day itself. */
import Type, { type Static } from 'typebox'
import { DayTextSchema, FiguresSchema } from './counts.ts'

/** `GET /api/v1/counts/trend`; `asOf` is the last whole day unless given. */
export const TrendQuerySchema = Type.Object({
  asOf: Type.Optional(DayTextSchema),
  unit: Type.Optional(Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })),
})
export type TrendQuery = Static<typeof TrendQuerySchema>

/** The oldest first, each by the rule of its day; `figures` is the total of the rule's blocks, below one unit all of it; as in the counts. */
export const TrendSchema = Type.Object({
  days: Type.Array(Type.Object({ day: DayTextSchema, ruleVersion: Type.Integer(), figures: FiguresSchema })),
})
export type Trend = Static<typeof TrendSchema>
