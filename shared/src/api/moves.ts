/** Moving PCs between units. */
import Type, { type Static } from 'typebox'
import { DayTextSchema } from './counts.ts'

const IdSchema = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })

/**
 * `POST /api/v1/pcs/moves`; without `unitId` the PCs leave the ledger, and come back by a move to a unit. It holds from the beginning of the day
 * `on`, which is not before the day since which each stands where it does; without it from this moment on.
 */
export const MovingPcsSchema = Type.Object(
  {
    pcIds: Type.Array(IdSchema, { minItems: 1, maxItems: 10_000, uniqueItems: true }),
    unitId: Type.Optional(IdSchema),
    on: Type.Optional(DayTextSchema),
  },
  { additionalProperties: false },
)
export type MovingPcs = Static<typeof MovingPcsSchema>

/** How many were moved; those that stood there already, or lie outside the caller's scope, were not. */
export const MovedPcsSchema = Type.Object({ moved: Type.Integer() })
export type MovedPcs = Static<typeof MovedPcsSchema>

/** `POST /api/v1/pcs/exemptions`: marks PCs that by law must not be connected (máy mật), or takes the mark off. */
export const ExemptingSchema = Type.Object(
  { pcIds: Type.Array(IdSchema, { minItems: 1, maxItems: 10_000, uniqueItems: true }), exempt: Type.Boolean() },
  { additionalProperties: false },
)
export type Exempting = Static<typeof ExemptingSchema>

/** How many were changed; those that stood so already, or lie outside the caller's scope, were not. */
export const ExemptedSchema = Type.Object({ changed: Type.Integer() })
export type Exempted = Static<typeof ExemptedSchema>
