/** The dated tables planning rests on: which are in use, and a newer file of them. */
import Type, { type Static } from 'typebox'
import { DayTextSchema } from './counts.ts'

const TextSchema = Type.String({ minLength: 1, maxLength: 500 })

/** Support dates by product, version and edition; `endsOn` is null while the maker announced no end, `build` of Windows alone. */
export const LifecycleSchema = Type.Object(
  {
    asOf: DayTextSchema,
    source: TextSchema,
    cycles: Type.Array(
      Type.Object(
        {
          product: TextSchema,
          cycle: TextSchema,
          endsOn: Type.Union([DayTextSchema, Type.Null()]),
          extendedEndsOn: Type.Optional(DayTextSchema),
          extendedHomeEndsOn: Type.Optional(DayTextSchema),
          build: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000 })),
        },
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: 5_000 },
    ),
  },
  { additionalProperties: false },
)

/** Of each build its revisions in order: when they came out, and 1 where it was the month's regular security update. */
export const BuildsSchema = Type.Object(
  {
    asOf: DayTextSchema,
    source: TextSchema,
    builds: Type.Record(
      Type.String({ pattern: '^[0-9]{3,6}$' }),
      Type.Array(
        Type.Union([
          Type.Tuple([Type.Integer({ minimum: 0 }), DayTextSchema]),
          Type.Tuple([Type.Integer({ minimum: 0 }), DayTextSchema, Type.Literal(1)]),
        ]),
        { minItems: 1, maxItems: 5_000 },
      ),
    ),
  },
  { additionalProperties: false },
)

/** `PUT /api/v1/reference`, and the file of `reference import`: one table or both, newer than those in use. */
export const ReferenceFileSchema = Type.Object(
  { lifecycle: Type.Optional(LifecycleSchema), builds: Type.Optional(BuildsSchema) },
  { additionalProperties: false, minProperties: 1 },
)
export type ReferenceFile = Static<typeof ReferenceFileSchema>

const StandingSchema = Type.Object({ asOf: DayTextSchema, source: Type.String(), imported: Type.Boolean() })

/** `GET /api/v1/reference` */
export const ReferenceStandingSchema = Type.Object({ lifecycle: StandingSchema, builds: StandingSchema })
export type ReferenceStanding = Static<typeof ReferenceStandingSchema>
