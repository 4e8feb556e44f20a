/** Counts of PCs by unit on a date, and the PCs behind each figure, as the collector answers and the pages read. */
import Type, { type Static } from 'typebox'
import { COUNT_STATES, type CountState } from '../text/choices.ts'
import { type Aspect, CONDITIONS, type ConditionValue, type KnownCondition, knownValues } from '../text/conditions.ts'
import { PLAIN_PATTERN } from '../text/plain.ts'
import { CellSchema } from './pcs.ts'
import { TREE_ROW } from './tree-row.ts'

/** "2026-09-30"; whether there is such a day is decided by the collector. */
export const DayTextSchema = Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' })

/** `asOf` is the last whole day unless given; `rule` the version of the rule, the latest unless given. */
export const CountsQuerySchema = Type.Object({
  asOf: Type.Optional(DayTextSchema),
  unit: Type.Optional(Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })),
  rule: Type.Optional(Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })),
})
export type CountsQuery = Static<typeof CountsQuerySchema>

/** How many PCs were in each state; every PC is in one. */
export const FiguresSchema = Type.Object(
  Object.fromEntries(Object.keys(COUNT_STATES).map((state) => [state, Type.Integer()])) as Record<keyof typeof COUNT_STATES, Type.TInteger>,
)
export type Figures = Static<typeof FiguresSchema>

const conditionFigures = <A extends Aspect>(aspect: A) =>
  Type.Object(Object.fromEntries(knownValues(aspect).map((value) => [value, Type.Integer()])) as Record<KnownCondition<A>, Type.TInteger>)

/** How many PCs were of which case, support and patch age; of those left to the sum of the figures it is unknown. */
export const ConditionFiguresSchema = Type.Object({
  casing: conditionFigures('casing'),
  support: conditionFigures('support'),
  patchAge: conditionFigures('patchAge'),
})
export type ConditionFigures = Static<typeof ConditionFiguresSchema>

/**
 * What people told of a unit with all below it: staff (CBCCVC), those with a PC, PCs with a paid licence of protection from malware; of
 * `…Missing` units nobody told the number, so that the sum is not whole.
 */
export const PeopleOfSchema = Type.Object({
  staff: Type.Integer(),
  staffMissing: Type.Integer(),
  equipped: Type.Integer(),
  equippedMissing: Type.Integer(),
  licensedAntivirus: Type.Integer(),
  licensedAntivirusMissing: Type.Integer(),
})
export type PeopleOf = Static<typeof PeopleOfSchema>

export const CountRowSchema = Type.Object({
  ...TREE_ROW,
  figures: FiguresSchema,
  /** Absent in reports frozen before these were counted. */
  conditions: Type.Optional(ConditionFiguresSchema),
  /** Absent when of no unit of the tree anything was told. */
  people: Type.Optional(PeopleOfSchema),
})
export type CountRow = Static<typeof CountRowSchema>

export const CountRuleSchema = Type.Object({
  version: Type.Integer(),
  windowDays: Type.Integer(),
  silentDays: Type.Integer(),
  blocks: Type.Array(Type.String()),
})

/** `GET /api/v1/counts`; `total` is what `blocks` add up to, `outside` what stands in the others. */
export const CountsSchema = Type.Object({
  asOf: DayTextSchema,
  /** Whether the day was over when it was counted: until then every check-in may change its figures. */
  isOver: Type.Boolean(),
  rule: CountRuleSchema,
  /** The rule's; of one unit, and for who sees none of the rule's, every block. */
  blocks: Type.Array(Type.String()),
  /** The units it is of, with all below them, where it is not of everything: the one asked for, or those the caller may see. */
  of: Type.Optional(Type.Array(Type.String())),
  /** From when on conditions are kept, where they were not yet on this day: then none are told. */
  conditionsFrom: Type.Optional(DayTextSchema),
  /** The first day of which the ledger knows any PC, where it knows none on this one. */
  since: Type.Optional(DayTextSchema),
  total: FiguresSchema,
  outside: FiguresSchema,
  /** Of the total, and of what stands outside it. */
  conditions: Type.Optional(ConditionFiguresSchema),
  outsideConditions: Type.Optional(ConditionFiguresSchema),
  /** Of the total. */
  people: Type.Optional(PeopleOfSchema),
  rows: Type.Array(CountRowSchema),
  /** When it was counted, in ms since 1970. */
  at: Type.Integer(),
  /** SHA-256 over all its figures: who freezes a count tells what was shown by it. Absent of a frozen one, which has its own. */
  digest: Type.Optional(Type.String()),
})
export type Counts = Static<typeof CountsSchema>

const ListSchema = Type.Optional(Type.String({ maxLength: 200, pattern: PLAIN_PATTERN }))

/** `GET /api/v1/counts/pcs`: the PCs behind a figure, by name; `states`, the values of each condition and `blocks` with commas. */
export const CountedPcsQuerySchema = Type.Object({
  ...CountsQuerySchema.properties,
  states: ListSchema,
  casing: ListSchema,
  support: ListSchema,
  patchAge: ListSchema,
  blocks: Type.Optional(Type.String({ maxLength: 40, pattern: PLAIN_PATTERN })),
  after: Type.Optional(Type.String({ maxLength: 1_000 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
})
export type CountedPcsQuery = Static<typeof CountedPcsQuerySchema>

const condition = <A extends Aspect>(aspect: A) => Type.Enum(Object.keys(CONDITIONS[aspect]) as ConditionValue<A>[])

/** A PC as it was on the date: `unit` is where it stood then; name, model and serial are those known now. */
export const CountedPcSchema = Type.Object({
  /** Absent for what the register tells of and no agent ever did; then `itemId` and `assetCode` say which asset it is. */
  pcId: Type.Optional(Type.Integer()),
  itemId: Type.Optional(Type.Integer()),
  assetCode: Type.Optional(Type.String()),
  name: Type.String(),
  unit: Type.String(),
  state: Type.Enum(Object.keys(COUNT_STATES) as CountState[]),
  /** Absent in reports frozen before these were asked. */
  casing: Type.Optional(condition('casing')),
  support: Type.Optional(condition('support')),
  patchAge: Type.Optional(condition('patchAge')),
  /** The last day on record, up to the date, on which it had internet, and on which it said anything; absent when there is none. */
  internetOn: Type.Optional(DayTextSchema),
  heardOn: Type.Optional(DayTextSchema),
  model: CellSchema,
  serial: CellSchema,
})
export type CountedPc = Static<typeof CountedPcSchema>

export const CountedPcsSchema = Type.Object({
  asOf: DayTextSchema,
  rows: Type.Array(CountedPcSchema),
  /** True when of what was asked for PCs that must not be connected (máy mật), then or now, are not named to this caller. */
  withheld: Type.Optional(Type.Boolean()),
  /** Absent on the last page. */
  next: Type.Optional(Type.String()),
})
export type CountedPcs = Static<typeof CountedPcsSchema>
