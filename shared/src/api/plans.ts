/** Planning over HTTP: policies and price books in their versions, what a policy would do to the fleet, and the PCs behind each figure. */
import Type, { type Static } from 'typebox'
import { PLAIN_PATTERN } from '../text/plain.ts'
import {
  ITEM_NAMES,
  type Item,
  isOptional,
  LIVES,
  type Life,
  NATURES,
  type Nature,
  type OptionalItem,
  REMEDY_WORDS,
  type Remedy,
  UNPRICED,
  type UnpricedFor,
  VERDICTS,
  type VerdictKind,
} from '../text/plan.ts'
import { DayTextSchema } from './counts.ts'
import { CellSchema } from './pcs.ts'
import { TREE_ROW } from './tree-row.ts'
import { ReadinessSchema, Windows11StateSchema } from './windows-11.ts'

const GIB = 1024 ** 3
const IdSchema = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })
const NameSchema = Type.String({ minLength: 1, maxLength: 100, pattern: PLAIN_PATTERN })
const CountSchema = Type.Integer()
const DongSchema = Type.Integer()

/** The thresholds a planner sets. Sizes in bytes, ages in days or years. */
const POLICY = {
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
}
export const PolicySchema = Type.Object(POLICY, { additionalProperties: false })
export type Policy = Static<typeof PolicySchema>

/** Whole dong. */
const PriceSchema = Type.Integer({ minimum: 0, maximum: 1_000_000_000_000 })
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

/**
 * `GET /api/v1/plan`: a policy and a price book by their numbers; unless given, the latest version of the default policy, and of the default price book
 * the version whose prices hold on the day. Any field of either may be given beside them and counts instead (a slider that is being moved). `budget` is what each year may spend, in dong, with commas; fewer than `years` repeat the
 * last, none is no limit. `on` is today unless given; `firstYear` the year after it.
 */
export const PlanQuerySchema = Type.Object({
  policy: Type.Optional(IdSchema),
  priceBook: Type.Optional(IdSchema),
  unit: Type.Optional(Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })),
  on: Type.Optional(DayTextSchema),
  years: Type.Optional(Type.Integer({ minimum: 1, maximum: 10 })),
  firstYear: Type.Optional(Type.Integer({ minimum: 2000, maximum: 2100 })),
  budget: Type.Optional(Type.String({ pattern: '^[0-9]{1,15}(,[0-9]{1,15}){0,9}$' })),
  ...(Object.fromEntries(Object.entries(POLICY).map(([key, schema]) => [key, Type.Optional(schema)])) as {
    [K in keyof typeof POLICY]: ReturnType<typeof Type.Optional<(typeof POLICY)[K]>>
  }),
  ...(Object.fromEntries(ITEM_NAMES.map((item) => [`price-${item}`, Type.Optional(PriceSchema)])) as {
    [I in Item as `price-${I}`]: ReturnType<typeof Type.Optional<typeof PriceSchema>>
  }),
})
export type PlanQuery = Static<typeof PlanQuerySchema>

const NumbersSchema = Type.Object({
  pcs: CountSchema,
  keep: CountSchema,
  mend: CountSchema,
  replace: CountSchema,
  move: CountSchema,
  unknown: CountSchema,
  apart: CountSchema,
  /** Of those to be mended or replaced: what they are to get is not known, so that they are in no sum of money. */
  unpriced: CountSchema,
  /** What everything would cost, and of that what no year pays for. */
  costDong: DongSchema,
  unfundedDong: DongSchema,
  unfundedPcs: CountSchema,
  /** Of each year in their order, what it pays and for how many PCs. */
  fundedDong: Type.Array(DongSchema),
  fundedPcs: Type.Array(CountSchema),
})
export type PlanNumbers = Static<typeof NumbersSchema>

const UsedSchema = Type.Object({ id: IdSchema, name: Type.String(), version: Type.Integer(), changed: Type.Boolean() })

/** What a plan is made under: the versions it used, whether fields were changed beside them, and what they come to. */
export const PlanTermsSchema = Type.Object({
  on: DayTextSchema,
  policy: Type.Object({ ...UsedSchema.properties, policy: PolicySchema }),
  priceBook: Type.Object({ ...UsedSchema.properties, fromDay: DayTextSchema, prices: PricesSchema }),
  /** Absent budget: no limit. */
  years: Type.Array(Type.Object({ year: Type.Integer(), budgetDong: Type.Optional(DongSchema) })),
  /** The dates of the tables of support, updates and processors the rules rest on. */
  reference: Type.Object({ lifecycle: DayTextSchema, builds: DayTextSchema }),
  /** Ceilings of the price book in force on the day, of items that have one. */
  ceilings: Type.Array(
    Type.Object({
      item: Type.Enum(ITEM_NAMES as Item[]),
      /** Absent in plans that were committed before price books had ceilings. */
      fromDay: Type.Optional(DayTextSchema),
      dong: DongSchema,
      source: Type.String(),
      exceeded: Type.Boolean(),
    }),
  ),
})
export type PlanTerms = Static<typeof PlanTermsSchema>

/** Quantities of each year in their order; `unfunded` is what no year pays for. */
const ItemLineSchema = Type.Object({
  item: Type.Enum(ITEM_NAMES as Item[]),
  unitDong: DongSchema,
  funded: Type.Array(CountSchema),
  unfunded: CountSchema,
  /** Whether what the years pay for reaches the policy's threshold of central purchase in one of them. */
  central: Type.Boolean(),
})
export type PlanItemLine = Static<typeof ItemLineSchema>

export const PlanRowSchema = Type.Object({
  ...TREE_ROW,
  numbers: NumbersSchema,
  /** People (CBCCVC) of the unit with all below it, and PCs missing to give each one; absent where nobody told their number. */
  staff: Type.Optional(CountSchema),
  needByStaff: Type.Optional(CountSchema),
  /** Units among them that have PCs and of which nobody told a number: the two above are short of theirs. */
  staffUntold: CountSchema,
})
export type PlanRow = Static<typeof PlanRowSchema>

export const PlanSchema = Type.Object({
  terms: PlanTermsSchema,
  total: NumbersSchema,
  /** Of PCs to be replaced: the register names no year, so that somebody must see whether they may be liquidated. */
  replaceYearUnknown: CountSchema,
  /** PCs without a price, by what would have to be read for it. */
  unpriced: Type.Array(Type.Object({ measure: Type.Enum(Object.keys(UNPRICED) as UnpricedFor[]), pcs: CountSchema })),
  /** PCs of the verdict `apart`, by what they are. */
  apart: Type.Array(Type.Object({ nature: Type.Enum(Object.keys(NATURES) as Nature[]), pcs: CountSchema })),
  items: Type.Array(ItemLineSchema),
  /** How many PCs need each, those done by hand too. */
  remedies: Type.Array(Type.Object({ remedy: Type.Enum(Object.keys(REMEDY_WORDS) as Remedy[]), pcs: CountSchema })),
  rows: Type.Array(PlanRowSchema),
  /** When it was worked out, in ms since 1970. */
  at: Type.Integer(),
})
export type Plan = Static<typeof PlanSchema>

/**
 * Which PCs of a plan; `year` counts from 0, -1 is what no year pays for; `unpriced` those without a price alone. `inUnit` (with all below it) and `inBlock` narrow the list and leave
 * the plan as it is: with `unit` the budget would be spent on that unit alone.
 */
export const PlannedPcsQuerySchema = Type.Object({
  ...PlanQuerySchema.properties,
  verdict: Type.Optional(Type.Enum(Object.keys(VERDICTS) as VerdictKind[])),
  remedy: Type.Optional(Type.Enum(Object.keys(REMEDY_WORDS) as Remedy[])),
  year: Type.Optional(Type.Integer({ minimum: -1, maximum: 9 })),
  unpriced: Type.Optional(Type.Boolean()),
  inUnit: Type.Optional(Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })),
  inBlock: Type.Optional(Type.Enum(['I', 'II', 'III', 'IV'])),
  after: Type.Optional(Type.String({ maxLength: 1_000 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
})
export type PlannedPcsQuery = Static<typeof PlannedPcsQuerySchema>

const NatureSchema = Type.Enum([...(Object.keys(NATURES) as Nature[]), 'unknown'] as const)

export const PlannedPcSchema = Type.Object({
  pcId: Type.Integer(),
  name: Type.String(),
  unit: Type.String(),
  assetCode: Type.Optional(Type.String()),
  /** It stands in the books of a unit that the caller does not see. */
  listedElsewhere: Type.Optional(Type.Boolean()),
  yearInUse: Type.Optional(Type.Integer()),
  originalDong: Type.Optional(DongSchema),
  model: CellSchema,
  serial: CellSchema,
  processor: CellSchema,
  memoryBytes: CellSchema,
  diskKind: CellSchema,
  diskBytes: CellSchema,
  os: CellSchema,
  verdict: Type.Enum(Object.keys(VERDICTS) as VerdictKind[]),
  remedies: Type.Array(Type.Enum(Object.keys(REMEDY_WORDS) as Remedy[])),
  works: Type.Array(Type.Enum(Object.keys(REMEDY_WORDS) as Remedy[])),
  /** What rules found, with the values of the PC; for a verdict `unknown` what is needed for sure. */
  reasons: Type.Array(Type.Object({ vi: Type.String(), en: Type.String() })),
  /** Names of `MEASURE_WORDS` that must be read before the PC can be decided, or priced. */
  missing: Type.Array(Type.String()),
  /** Absent where something is needed for sure and nobody can tell what to buy. */
  costDong: Type.Optional(DongSchema),
  /** What is bought, one of each, in the order of `remedies`; of a PC that is replaced what comes in its place. Empty where nobody can tell. */
  items: Type.Array(Type.Enum(ITEM_NAMES as Item[])),
  nature: NatureSchema,
  points: Type.Integer(),
  life: Type.Enum(Object.keys(LIVES) as Life[]),
  /** Whatever its support: follows no policy and no price. */
  windows11: ReadinessSchema,
  /** Counted from 0; absent where nothing is paid, or no year pays for it. */
  year: Type.Optional(Type.Integer()),
  /** When its facts were told last, in ms; absent before the first report. */
  inventoryAt: Type.Optional(Type.Integer()),
})
export type PlannedPc = Static<typeof PlannedPcSchema>

/** `GET /api/v1/plan/pcs`, unit by unit, by name. `total` counts PCs that only their unit may be told the names of too. */
export const PlannedPcsSchema = Type.Object({ total: CountSchema, rows: Type.Array(PlannedPcSchema), next: Type.Optional(Type.String()) })
export type PlannedPcs = Static<typeof PlannedPcsSchema>

const WordsSchema = Type.Object({ vi: Type.String(), en: Type.String() })

/** Names of `MEASURE_WORDS` with the reason of each. */
const MissingSchema = Type.Array(Type.Object({ measure: Type.String(), reason: Type.String(), detail: Type.Optional(Type.String()) }))

/** `GET /api/v1/pcs/:id/verdict`: what every rule says of one PC, from its facts as they stand; takes the query of a plan. */
export const PcVerdictSchema = Type.Object({
  terms: PlanTermsSchema,
  verdict: Type.Enum(Object.keys(VERDICTS) as VerdictKind[]),
  remedies: Type.Array(Type.Enum(Object.keys(REMEDY_WORDS) as Remedy[])),
  works: Type.Array(Type.Enum(Object.keys(REMEDY_WORDS) as Remedy[])),
  /** As of a PC in the list. */
  costDong: Type.Optional(DongSchema),
  nature: NatureSchema,
  /** Names of `MEASURE_WORDS` that must be read before it can be decided, or priced, each with why it is not known. */
  missing: MissingSchema,
  points: Type.Integer(),
  life: Type.Enum(Object.keys(LIVES) as Life[]),
  yearInUse: Type.Optional(Type.Integer()),
  rules: Type.Array(
    Type.Object({
      code: Type.String(),
      title: WordsSchema,
      question: WordsSchema,
      outcome: Type.Enum(['meets', 'blocks', 'unknown', 'not-asked']),
      remedy: Type.Optional(Type.Enum(Object.keys(REMEDY_WORDS) as Remedy[])),
      /** With the values the PC has. */
      says: Type.Optional(WordsSchema),
      missing: MissingSchema,
      /** Whether purchases wait for it. */
      holdsUp: Type.Boolean(),
      points: Type.Integer(),
      /** What it was decided from, each with since when it stands; absent where nobody reported it. */
      facts: Type.Array(Type.Object({ fact: Type.String(), since: Type.Optional(Type.Integer()) })),
      source: Type.Object({ title: WordsSchema, address: Type.Optional(Type.String()) }),
    }),
  ),
  /** Apart from the verdict: whether it can go to Windows 11, each thing in its way with the values the PC has, and what was not read. */
  windows11: Type.Object({ state: Windows11StateSchema, reasons: Type.Array(WordsSchema), missing: MissingSchema }),
  /** When the facts were confirmed last, in ms; absent before the first report. */
  inventoryAt: Type.Optional(Type.Integer()),
})
export type PcVerdict = Static<typeof PcVerdictSchema>
