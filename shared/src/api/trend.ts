/** Counts of many dates: the ends of the last thirteen months, and the last whole day. */
import Type, { type Static } from 'typebox'
import { DayTextSchema, FiguresSchema } from './counts.ts'

/** `GET /api/v1/counts/trend` */
export const TrendQuerySchema = Type.Object({ unit: Type.Optional(Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })) })
export type TrendQuery = Static<typeof TrendQuerySchema>

/** The oldest first, each by the rule of its day; `figures` is the total of the rule's blocks, below one unit all of it. */
export const TrendSchema = Type.Object({
  days: Type.Array(Type.Object({ day: DayTextSchema, ruleVersion: Type.Integer(), figures: FiguresSchema })),
})
export type Trend = Static<typeof TrendSchema>
