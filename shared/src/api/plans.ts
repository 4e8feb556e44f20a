/** Plans over HTTP: what a policy would do to the fleet, by unit, year and item. */
import Type, { type Static } from 'typebox'
import { ITEM_NAMES, type Item, NATURES, type Nature, REMEDY_WORDS, type Remedy, UNPRICED, type UnpricedFor } from '../text/plan.ts'
import { DayTextSchema } from './counts.ts'
import { IdSchema, POLICY, PolicySchema, PriceSchema, PricesSchema } from './policies.ts'
import { TREE_ROW } from './tree-row.ts'

const CountSchema = Type.Integer()

export const DongSchema = Type.Integer()

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
  /** People (CBCCVC) of the unit with all below it, and PCs missing to what the staff norm gives them, unit by unit; absent where nobody told their number. */
  staff: Type.Optional(CountSchema),
  needByStaff: Type.Optional(CountSchema),
  /** Of the people those of groups I-VI, who have more than one machine, and laptops missing to give each of them one; absent where nobody told their number. */
  leaders: Type.Optional(CountSchema),
  laptopsMissing: Type.Optional(CountSchema),
  /** Beside it: so many more laptops are missing if the PCs of which nobody read the case are none. */
  laptopsUnsure: Type.Optional(CountSchema),
  /** Units among them that have PCs and of which nobody told a number of people: what is said of people and need is at least. */
  staffUntold: CountSchema,
  /** Units among them that have people or PCs and of which nobody told how many are of groups I-VI: what is said of need and laptops is at least. */
  leadersUntold: CountSchema,
})

export type PlanRow = Static<typeof PlanRowSchema>

export const PlanSchema = Type.Object({
  terms: PlanTermsSchema,
  total: NumbersSchema,
  /** Of PCs to be replaced: the register names no year, so that somebody must see whether they may be liquidated. */
  replaceYearUnknown: CountSchema,
  /** PCs without a price, by what would have to be read for it. */
  unpriced: Type.Array(Type.Object({ measure: Type.Enum(Object.keys(UNPRICED) as UnpricedFor[]), pcs: CountSchema })),
  /** PCs that wait to be worked out anew, after a new version or table: what is said of them is as it was before. */
  notMeasured: CountSchema,
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
