/** The PCs behind the figures of a plan over HTTP, and the verdict on one. */
import Type, { type Static } from 'typebox'
import {
  ITEM_NAMES,
  type Item,
  LIVES,
  type Life,
  NATURES,
  type Nature,
  REMEDY_WORDS,
  type Remedy,
  VERDICTS,
  type VerdictKind,
} from '../text/plan.ts'
import { CellSchema } from './pcs.ts'
import { DongSchema, PlanQuerySchema, PlanTermsSchema } from './plans.ts'
import { ReadinessSchema, Windows11StateSchema } from './windows-11.ts'

const CountSchema = Type.Integer()

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
