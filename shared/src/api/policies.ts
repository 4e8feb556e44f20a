/** Policies and price books over HTTP, each in its versions. */
import Type, { type Static } from 'typebox'
import { NAME_PATTERN, PLAIN_PATTERN } from '../text/plain.ts'
import { ITEM_NAMES, type Item, isOptional, type OptionalItem } from '../text/plan.ts'
import { DayTextSchema } from './counts.ts'

const GIB = 1024 ** 3

export const IdSchema = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })

const NameSchema = Type.String({ minLength: 1, maxLength: 100, pattern: NAME_PATTERN })

/** The thresholds a planner sets. Sizes in bytes, ages in days or years. */
export const POLICY = {
  memoryBytes: Type.Integer({ minimum: GIB, maximum: 1024 * GIB }),
  freeBytes: Type.Integer({ minimum: 0, maximum: 1024 * GIB }),
  systemDiskSsd: Type.Boolean(),
  /** An update that came out longer ago than this must be in. */
  patchDays: Type.Integer({ minimum: 1, maximum: 3_650 }),
  /** Whether support for money counts as support. */
  extendedSupport: Type.Boolean(),
  /** Whether every Windows is to be Windows 11, one in support too. */
  windows11: Type.Boolean(),
  cores: Type.Integer({ minimum: 1, maximum: 64 }),
  maxMhz: Type.Integer({ minimum: 100, maximum: 10_000 }),
  /** From the register's year on; until its end a PC does not qualify for liquidation. */
  usefulLifeYears: Type.Integer({ minimum: 1, maximum: 50 }),
  /** Age alone is a reason to replace from here on; 0: never. */
  replaceAfterYears: Type.Integer({ minimum: 0, maximum: 50 }),
  batteryWornPercent: Type.Integer({ minimum: 1, maximum: 100 }),
  encryption: Type.Boolean(),
  /** Remedies that cost more than this part of a new PC, in per cent, are not worth it. */
  replaceSharePercent: Type.Integer({ minimum: 1, maximum: 100 }),
  /** What is bought centrally: of one item at least so many, for at least so much money in all; 0 of the first: nothing is. */
  centralQuantity: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
  centralDong: Type.Integer({ minimum: 0, maximum: 1_000_000_000_000 }),
  /** By the staff norm: machines of each person of groups I-VI, where more than one, one of them a laptop; everybody else has one. */
  leaderPcs: Type.Integer({ minimum: 1, maximum: 5 }),
}

export const PolicySchema = Type.Object(POLICY, { additionalProperties: false })

export type Policy = Static<typeof PolicySchema>

/** Whole dong. */
export const PriceSchema = Type.Integer({ minimum: 0, maximum: 1_000_000_000_000 })

export const PricesSchema = Type.Object(
  Object.fromEntries(ITEM_NAMES.map((item) => [item, isOptional(item) ? Type.Optional(PriceSchema) : PriceSchema])) as Record<
    Exclude<Item, OptionalItem>,
    typeof PriceSchema
  > &
    Record<OptionalItem, ReturnType<typeof Type.Optional<typeof PriceSchema>>>,
  { additionalProperties: false },
)

export type Prices = Static<typeof PricesSchema>

/** The most that may be paid for an item, from a day on until the next of the same item, by whose decision. */
const CeilingSchema = Type.Object(
  {
    item: Type.Enum(ITEM_NAMES as Item[]),
    fromDay: DayTextSchema,
    dong: PriceSchema,
    source: Type.String({ minLength: 1, maxLength: 200, pattern: PLAIN_PATTERN }),
  },
  { additionalProperties: false },
)

export type Ceiling = Static<typeof CeilingSchema>

/** A version of a policy or price book; number 0 is what the product comes with. */
const VERSION = {
  id: IdSchema,
  name: Type.String(),
  version: Type.Integer(),
  /** Whether no later version of this name was made. */
  latest: Type.Boolean(),
  /** Whether plans that name none are made by a version of this name. */
  isDefault: Type.Boolean(),
  who: Type.Optional(Type.String()),
  at: Type.Optional(Type.Integer()),
}

/** `GET /api/v1/policies`: the latest first. */
export const PoliciesSchema = Type.Object({ policies: Type.Array(Type.Object({ ...VERSION, policy: PolicySchema })) })

export type Policies = Static<typeof PoliciesSchema>

/** `POST /api/v1/policies`: another version where the name is taken, else the first of a new one. */
export const NewPolicySchema = Type.Object({ name: NameSchema, policy: PolicySchema }, { additionalProperties: false })

export type NewPolicy = Static<typeof NewPolicySchema>

/** What a version of a price book holds. */
const PRICE_BOOK = { prices: PricesSchema, ceilings: Type.Array(CeilingSchema, { maxItems: 200 }) }

/** `GET /api/v1/price-books`; `fromDay` is the day from which the prices hold, until a version of the same name from a later day. */
export const PriceBooksSchema = Type.Object({
  priceBooks: Type.Array(Type.Object({ ...VERSION, fromDay: DayTextSchema, ...PRICE_BOOK })),
})

export type PriceBooks = Static<typeof PriceBooksSchema>

/** `POST /api/v1/price-books` */
export const NewPriceBookSchema = Type.Object({ name: NameSchema, fromDay: DayTextSchema, ...PRICE_BOOK }, { additionalProperties: false })

export type NewPriceBook = Static<typeof NewPriceBookSchema>

/** `PUT /api/v1/policies/default`, `PUT /api/v1/price-books/default`: the name plans are made by that name none; null is what the product comes with. */
export const NewDefaultSchema = Type.Object({ name: Type.Union([NameSchema, Type.Null()]) }, { additionalProperties: false })

export type NewDefault = Static<typeof NewDefaultSchema>

export const MadeVersionSchema = Type.Object({ id: Type.Integer(), version: Type.Integer() })

export type MadeVersion = Static<typeof MadeVersionSchema>
