/** Scenarios and committed plans over HTTP: what was asked and kept, what was decided, and what became of it. */
import Type, { type Static } from 'typebox'
import { NAME_PATTERN } from '../text/plain.ts'
import { OUTCOMES, type OutcomeKind, REMEDY_WORDS, type Remedy, VERDICTS, type VerdictKind } from '../text/plan.ts'
import { CellSchema } from './pcs.ts'
import { PlanQuerySchema, PlanTermsSchema } from './plans.ts'
import { TREE_ROW } from './tree-row.ts'

const IdSchema = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })
const CountSchema = Type.Integer()
const DongSchema = Type.Integer()

/** The query of a plan, as JSON. */
const AskedSchema = Type.Object(PlanQuerySchema.properties, { additionalProperties: false })

/** `GET /api/v1/scenarios`: those of units the caller sees, the latest first. */
export const ScenariosSchema = Type.Object({
  scenarios: Type.Array(
    Type.Object({
      id: Type.Integer(),
      name: Type.String(),
      who: Type.String(),
      at: Type.Integer(),
      /** Whether it is the caller's own, who alone may remove it. */
      own: Type.Boolean(),
      asked: PlanQuerySchema,
    }),
  ),
})
export type Scenarios = Static<typeof ScenariosSchema>

/** `POST /api/v1/scenarios`; every version it rests on should be named in `asked`, else it follows the latest. */
export const NewScenarioSchema = Type.Object(
  { name: Type.String({ minLength: 1, maxLength: 100, pattern: NAME_PATTERN }), asked: AskedSchema },
  { additionalProperties: false },
)
export type NewScenario = Static<typeof NewScenarioSchema>
export const MadeSchema = Type.Object({ id: Type.Integer() })
export type Made = Static<typeof MadeSchema>

/** `POST /api/v1/committed-plans` */
export const NewCommittedPlanSchema = Type.Object(
  {
    title: Type.String({ minLength: 1, maxLength: 200, pattern: NAME_PATTERN }),
    note: Type.Optional(Type.String({ maxLength: 2_000 })),
    asked: AskedSchema,
  },
  { additionalProperties: false },
)
export type NewCommittedPlan = Static<typeof NewCommittedPlanSchema>

const HEAD = {
  id: Type.Integer(),
  title: Type.String(),
  note: Type.String(),
  who: Type.String(),
  committedAt: Type.Integer(),
  /** Absent: everything. */
  unitId: Type.Optional(Type.Integer()),
}

/** `GET /api/v1/committed-plans`: the latest first, with the sums of the units the caller sees. */
export const CommittedPlansSchema = Type.Object({
  plans: Type.Array(Type.Object({ ...HEAD, lines: CountSchema, unpriced: CountSchema, costDong: DongSchema })),
})
export type CommittedPlans = Static<typeof CommittedPlansSchema>

const ProgressSchema = Type.Object({
  lines: CountSchema,
  /** Of these, in no sum of money: nobody could tell what to buy. */
  unpriced: CountSchema,
  costDong: DongSchema,
  ...(Object.fromEntries(Object.keys(OUTCOMES).map((outcome) => [outcome, CountSchema])) as Record<OutcomeKind, typeof CountSchema>),
})
export type Progress = Static<typeof ProgressSchema>

/** `GET /api/v1/committed-plans/:id`: what was decided and what became of it, by unit. */
export const CommittedPlanSchema = Type.Object({
  ...HEAD,
  terms: PlanTermsSchema,
  total: ProgressSchema,
  /** What each year was to pay, and how much of that is done; what no year paid for last, without a year. */
  years: Type.Array(Type.Object({ year: Type.Optional(Type.Integer()), progress: ProgressSchema })),
  rows: Type.Array(
    Type.Object({
      ...TREE_ROW,
      progress: ProgressSchema,
    }),
  ),
  at: Type.Integer(),
})
export type CommittedPlan = Static<typeof CommittedPlanSchema>

/** Which lines of a committed plan: of a unit as it stood then, with all below it; `year` counts from 0, -1 is what no year pays for. */
export const CommittedFilterSchema = Type.Object({
  unit: Type.Optional(IdSchema),
  block: Type.Optional(Type.Enum(['I', 'II', 'III', 'IV'])),
  outcome: Type.Optional(Type.Enum(Object.keys(OUTCOMES) as OutcomeKind[])),
  year: Type.Optional(Type.Integer({ minimum: -1, maximum: 9 })),
})
export type CommittedFilter = Static<typeof CommittedFilterSchema>

/** `GET /api/v1/committed-plans/:id/lines` */
export const CommittedLinesQuerySchema = Type.Object({
  ...CommittedFilterSchema.properties,
  after: Type.Optional(IdSchema),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
})
export type CommittedLinesQuery = Static<typeof CommittedLinesQuerySchema>

const RemediesSchema = Type.Array(Type.Enum(Object.keys(REMEDY_WORDS) as Remedy[]))
const StandSchema = Type.Object({ memoryBytes: CellSchema, diskKind: CellSchema, os: CellSchema })

export const CommittedLinesSchema = Type.Object({
  rows: Type.Array(
    Type.Object({
      pcId: Type.Integer(),
      name: Type.String(),
      unit: Type.String(),
      assetCode: Type.Optional(Type.String()),
      verdict: Type.Enum(Object.keys(VERDICTS) as VerdictKind[]),
      /** What is bought or paid for; and updates, the one work of which facts tell later whether it was done. */
      remedies: RemediesSchema,
      works: RemediesSchema,
      /** Absent where nobody could tell what to buy. */
      costDong: Type.Optional(DongSchema),
      year: Type.Optional(Type.Integer()),
      outcome: Type.Enum(Object.keys(OUTCOMES) as OutcomeKind[]),
      done: RemediesSchema,
      open: RemediesSchema,
      /** When what is told by the outcome happened, as far as the facts say, in ms. */
      since: Type.Optional(Type.Integer()),
      before: StandSchema,
      /** Absent where the PC left the ledger. */
      now: Type.Optional(StandSchema),
    }),
  ),
  next: Type.Optional(Type.Integer()),
})
export type CommittedLines = Static<typeof CommittedLinesSchema>
