/** The units a person may see, as the filter and the forms offer them. */
import Type, { type Static } from 'typebox'
import { NAME_PATTERN, PLAIN_PATTERN } from '../text/plain.ts'
import { DayTextSchema } from './counts.ts'

/** Those that stand today, or stood on `asOf`; and `unit` whenever it stood, so that a link of old can say its name. */
export const UnitsQuerySchema = Type.Object({
  asOf: Type.Optional(DayTextSchema),
  unit: Type.Optional(Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })),
})
export type UnitsQuery = Static<typeof UnitsQuerySchema>

/** `GET /api/v1/units`: in protocol order, which is `orderNo`; `block` is I to IV. */
export const UnitsSchema = Type.Object({
  units: Type.Array(
    Type.Object({
      id: Type.Integer(),
      name: Type.String(),
      block: Type.String(),
      orderNo: Type.Integer(),
      parentId: Type.Optional(Type.Integer()),
      validFrom: DayTextSchema,
      /** The first day on which it was no more. */
      validTo: Type.Optional(DayTextSchema),
    }),
  ),
})

export type Units = Static<typeof UnitsSchema>

/** `GET /api/v1/units/tree?asOf=2025-07-01`: the units that stood on a day (today unless given), parents before what lies below them. */
export const UnitTreeQuerySchema = Type.Object({ asOf: Type.Optional(DayTextSchema) })

export const UnitTreeSchema = Type.Object({
  asOf: DayTextSchema,
  units: Type.Array(
    Type.Object({
      id: Type.Integer(),
      name: Type.String(),
      /** Dated text: the scheme of codes changed and will again. */
      code: Type.Optional(Type.String()),
      block: Type.String(),
      orderNo: Type.Integer(),
      parentId: Type.Optional(Type.Integer()),
      validFrom: DayTextSchema,
      /** The first day on which it was no more. */
      validTo: Type.Optional(DayTextSchema),
      /** Names of the units it was made from, and into which it went. */
      from: Type.Array(Type.String()),
      into: Type.Array(Type.String()),
      /** PCs that stand in it today, without those below. */
      pcs: Type.Integer(),
    }),
  ),
  /** Which unit went into which, of every day and not of this one alone: comparing two days follows them. */
  heirs: Type.Array(Type.Object({ unitId: Type.Integer(), heirId: Type.Integer() })),
})
export type UnitTree = Static<typeof UnitTreeSchema>

const NameSchema = Type.String({ minLength: 1, maxLength: 200, pattern: NAME_PATTERN })
const IdSchema = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })
const KeySchema = Type.String({ minLength: 1, maxLength: 40, pattern: '^[A-Za-z0-9_-]+$' })
/** A unit that stands already, or one that the same reorganisation makes. */
const UnitRefSchema = Type.Union([
  Type.Object({ unitId: IdSchema }, { additionalProperties: false }),
  Type.Object({ key: KeySchema }, { additionalProperties: false }),
])

const MOST_CHANGES = 1_000

/** What of a unit comes from a list or a form, besides its place. */
const UNIT = {
  name: NameSchema,
  block: Type.Enum(['I', 'II', 'III', 'IV']),
  orderNo: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
  code: Type.Optional(Type.String({ minLength: 1, maxLength: 60, pattern: PLAIN_PATTERN })),
}

/** `POST /api/v1/reorganisations`: without `confirm` nothing is done, and the answer says what would be. */
export const ReorganisationSchema = Type.Object(
  {
    day: DayTextSchema,
    made: Type.Array(Type.Object({ key: KeySchema, ...UNIT, parent: Type.Optional(UnitRefSchema) }, { additionalProperties: false }), {
      maxItems: MOST_CHANGES,
    }),
    ended: Type.Array(
      Type.Object({ unitId: IdSchema, into: Type.Array(UnitRefSchema, { minItems: 1, maxItems: 100 }) }, { additionalProperties: false }),
      { maxItems: MOST_CHANGES },
    ),
    confirm: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
)
export type ReorganisationAsked = Static<typeof ReorganisationSchema>

/** `POST /api/v1/units/tree/reading`: a list of units as application/octet-stream; the answer says which of them are new, and which differ. Nothing is done. */
export const TreeReadingSchema = Type.Object({
  rows: Type.Integer(),
  /** As a reorganisation takes them. */
  made: ReorganisationSchema.properties.made,
  /** Units that stand already, of which the list says nothing else. */
  same: Type.Integer(),
  /** Rows passed over: of units that have ended, and with something in them but no name. */
  left: Type.Object({ ended: Type.Integer(), unnamed: Type.Integer() }),
  /** Units that stand already, as the list has them, and in what that differs; what it leaves empty is as it was. */
  changed: Type.Array(
    Type.Object(
      { unitId: IdSchema, ...UNIT, differs: Type.Array(Type.Enum(['code', 'block', 'orderNo'])) },
      { additionalProperties: false },
    ),
  ),
  problems: Type.Array(Type.Object({ vi: Type.String(), en: Type.String() })),
})
export type TreeReading = Static<typeof TreeReadingSchema>

/** What a reorganisation would do, or did. */
export const ReorganisedSchema = Type.Object({
  done: Type.Boolean(),
  /** Sentences; with any of them nothing is done. */
  problems: Type.Array(Type.Object({ vi: Type.String(), en: Type.String() })),
  /** How many PCs go along from each ended unit. */
  moved: Type.Array(Type.Object({ unitId: Type.Integer(), pcs: Type.Integer() })),
  /** People and API tokens (`API: label (#id)`) who see an ended unit and will not see what becomes of it until they are let in. */
  losingSight: Type.Array(Type.String()),
  /** Who will see PCs of ended units they did not see before, because what takes these in is theirs to see already, or lies below what is. */
  gainingSight: Type.Array(Type.Object({ who: Type.String(), units: Type.Array(Type.String()) })),
  /** Ids of the units made, by key; only when done. */
  made: Type.Record(Type.String(), Type.Integer()),
})
export type Reorganised = Static<typeof ReorganisedSchema>
