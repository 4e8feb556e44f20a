/** On which days a PC was there, month by month. */
import Type, { type Static } from 'typebox'

const DaysSchema = Type.Integer({ minimum: 0, maximum: 2 ** 31 - 1 })

/** `GET /api/v1/pcs/:id/presence`: the newest month first; bit 0 of every number is the first of the month, by the collector's clock. */
export const PresenceSchema = Type.Object({
  months: Type.Array(
    Type.Object({
      /** yyyymm */
      month: Type.Integer(),
      internet: DaysSchema,
      /** Reached the collector. */
      reached: DaysSchema,
      /** Had a local network. */
      lan: DaysSchema,
      /** Said anything of its network, in time or late. */
      sampled: DaysSchema,
      powered: DaysSchema,
      /** Somebody worked at it; of days outside `useTold` nobody knows. */
      used: DaysSchema,
      useTold: DaysSchema,
    }),
  ),
})
export type Presence = Static<typeof PresenceSchema>
