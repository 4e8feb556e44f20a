/** The register over HTTP: a list on its way in, what it would change, how the register and what reported differ, what people decide. */
import Type, { type Static } from 'typebox'
import { PLAIN_PATTERN } from '../text/plain.ts'
import {
  MATCH_PIECES,
  type MatchPiece,
  REGISTER_FIELD_NAMES,
  REGISTER_KINDS,
  REGISTER_VIEW_NAMES,
  type RegisterField,
} from '../text/register.ts'
import { DayTextSchema } from './counts.ts'
import { CellSchema } from './pcs.ts'

const IdSchema = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })
const WordsSchema = Type.Object({ vi: Type.String(), en: Type.String() })

/** Which column of the list, counted from 0, holds which field. */
const MappingSchema = Type.Partial(
  Type.Object(
    Object.fromEntries(REGISTER_FIELD_NAMES.map((name) => [name, Type.Integer({ minimum: 0, maximum: 199 })])) as Record<
      RegisterField,
      Type.TInteger
    >,
  ),
  { additionalProperties: false },
)
export type RegisterMapping = Static<typeof MappingSchema>

/** `POST /api/v1/register/uploads?fileName=…`: the file as application/octet-stream; the answer is its preview. */
export const UploadQuerySchema = Type.Object(
  { fileName: Type.String({ minLength: 1, maxLength: 200, pattern: PLAIN_PATTERN }) },
  { additionalProperties: false },
)

/**
 * `POST /api/v1/register/uploads/:id/preview` and `…/import`: how the list is to be read. What is left out is as the collector finds it or
 * remembers it from the last list with these headings. `units` names the unit meant by a text of the list (null: none), `pcs` whether things of a name are PCs, `unitId` the one of a list without
 * such a column. `complete`: what the register holds of the units in the list, and the list does not, is gone from `day` on.
 */
export const ListReadingSchema = Type.Object(
  {
    day: Type.Optional(DayTextSchema),
    /** Of a workbook with several, counted from 0. */
    sheet: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000 })),
    headerRow: Type.Optional(Type.Integer({ minimum: 1, maximum: 40 })),
    mapping: Type.Optional(MappingSchema),
    costUnitDong: Type.Optional(Type.Enum([1, 1_000, 1_000_000])),
    unitId: Type.Optional(IdSchema),
    units: Type.Optional(
      Type.Array(Type.Object({ text: Type.String({ maxLength: 1_000 }), unitId: Type.Union([IdSchema, Type.Null()]) }), {
        maxItems: 2_000,
      }),
    ),
    pcs: Type.Optional(Type.Array(Type.Object({ text: Type.String({ maxLength: 1_000 }), isPc: Type.Boolean() }), { maxItems: 8_000 })),
    complete: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
)
export type ListReading = Static<typeof ListReadingSchema>

export const UploadParametersSchema = Type.Object({ id: Type.String({ pattern: '^[0-9a-f-]{36}$' }) })

/** `POST /api/v1/register/uploads/:id/problems`: the list read as for its preview, every problem of it in a file. */
export const ProblemFileSchema = Type.Object(
  { format: Type.Enum(['csv', 'xlsx']), language: Type.Optional(Type.Enum(['vi', 'en'])) },
  { additionalProperties: false },
)

/** What is wrong with a row; `noted` rows are taken along all the same. `row` counts from 1, as Excel shows it. */
const RowProblemSchema = Type.Object({
  row: Type.Integer(),
  level: Type.Enum(['refused', 'noted', 'skipped', 'unclear']),
  says: Type.Array(WordsSchema),
})
export type RowProblem = Static<typeof RowProblemSchema>

export const ListPreviewSchema = Type.Object({
  id: Type.String(),
  fileName: Type.String(),
  day: DayTextSchema,
  /** Names of the sheets of a workbook, none of another file, and which of them this is. */
  sheets: Type.Array(Type.String()),
  sheet: Type.Integer(),
  headerRow: Type.Integer(),
  headings: Type.Array(Type.String()),
  /** The first rows under the heading, as texts. */
  sample: Type.Array(Type.Array(Type.String())),
  mapping: MappingSchema,
  /** True when it comes from an earlier list with the same headings. */
  remembered: Type.Boolean(),
  costUnitDong: Type.Integer(),
  unitId: Type.Optional(IdSchema),
  complete: Type.Boolean(),
  /** Rows under the heading that say anything: `items` can be taken along, `skipped` are no PCs, `unclear` may be, `refused` hold a mistake. */
  rows: Type.Integer(),
  /** Rows beside them, which number the columns or hold sums. */
  between: Type.Integer(),
  items: Type.Integer(),
  skipped: Type.Integer(),
  unclear: Type.Integer(),
  refused: Type.Integer(),
  noted: Type.Integer(),
  /** The first of them; `refused` and `noted` count all. */
  problems: Type.Array(RowProblemSchema),
  /** Texts of the unit column, how many rows have them, the unit each means, and whether by its name, as the person says now, or said before. */
  units: Type.Array(
    Type.Object({
      text: Type.String(),
      rows: Type.Integer(),
      unitId: Type.Optional(Type.Integer()),
      by: Type.Optional(Type.Enum(['name', 'given', 'remembered'])),
    }),
  ),
  /** Names of what was left out, as unclear or as no PC, and of what a person said is a PC or none: now, or before of a list with these headings. */
  things: Type.Array(Type.Object({ text: Type.String(), rows: Type.Integer(), outcome: Type.Enum(['unclear', 'skipped', 'pc', 'no-pc']) })),
  added: Type.Integer(),
  changed: Type.Integer(),
  same: Type.Integer(),
  gone: Type.Integer(),
  goneItems: Type.Array(Type.Object({ assetCode: Type.String(), name: Type.String() })),
})
export type ListPreview = Static<typeof ListPreviewSchema>

/** What an import did; `certain` pairs were matched at once, `doubtful` ones wait for a person; both absent where the matching failed and is tried again within the hour. */
export const ListImportedSchema = Type.Object({
  importId: Type.Integer(),
  added: Type.Integer(),
  changed: Type.Integer(),
  same: Type.Integer(),
  gone: Type.Integer(),
  refused: Type.Integer(),
  certain: Type.Optional(Type.Integer()),
  doubtful: Type.Optional(Type.Integer()),
})
export type ListImported = Static<typeof ListImportedSchema>

/** `GET /api/v1/register`: assets, or PCs that are none, by name. */
export const RegisterQuerySchema = Type.Object(
  {
    view: Type.Optional(Type.Enum([...REGISTER_VIEW_NAMES])),
    unit: Type.Optional(IdSchema),
    q: Type.Optional(Type.String({ maxLength: 200, pattern: PLAIN_PATTERN })),
    after: Type.Optional(Type.String({ maxLength: 1_000 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  },
  { additionalProperties: false },
)
export type RegisterQuery = Static<typeof RegisterQuerySchema>

const ItemSchema = Type.Object({
  id: Type.Integer(),
  assetCode: Type.String(),
  name: Type.String(),
  unit: Type.String(),
  /** Null is what the list did not say. */
  kind: Type.Union([Type.Enum([...REGISTER_KINDS]), Type.Null()]),
  serial: Type.Union([Type.String(), Type.Null()]),
  yearInUse: Type.Union([Type.Integer(), Type.Null()]),
  costDong: Type.Union([Type.Integer(), Type.Null()]),
  exempt: Type.Boolean(),
  note: Type.String(),
})
const PcSchema = Type.Object({
  id: Type.Integer(),
  name: Type.String(),
  unit: Type.String(),
  kind: CellSchema,
  model: CellSchema,
  serial: CellSchema,
  /** Absent when it was never heard of. */
  lastSeenAt: Type.Optional(Type.Integer()),
})
const PieceSchema = Type.Array(Type.Enum(Object.keys(MATCH_PIECES) as MatchPiece[]))

/** `pc` is the one it is matched to, when the caller may see it; `differs` in what; `candidates` those a person must look at. */
export const RegisterRowSchema = Type.Object({
  item: Type.Optional(ItemSchema),
  pc: Type.Optional(PcSchema),
  /** Matched by a person's decision; absent when by the rule. */
  matchedBy: Type.Optional(Type.String()),
  /** Since when its PC is no more in the ledger. */
  leftAt: Type.Optional(Type.Integer()),
  differs: Type.Array(Type.Enum(['unit', 'kind', 'model'])),
  candidates: Type.Array(Type.Object({ ...PcSchema.properties, agree: PieceSchema, against: PieceSchema })),
})
export type RegisterRow = Static<typeof RegisterRowSchema>

export const RegisterListSchema = Type.Object({ rows: Type.Array(RegisterRowSchema), next: Type.Optional(Type.String()) })
export type RegisterList = Static<typeof RegisterListSchema>

/** `GET /api/v1/register/summary`: how many each view holds today, and the last list that came. */
export const RegisterSummarySchema = Type.Object({
  asOf: DayTextSchema,
  views: Type.Object(
    Object.fromEntries(REGISTER_VIEW_NAMES.map((view) => [view, Type.Integer()])) as Record<
      (typeof REGISTER_VIEW_NAMES)[number],
      Type.TInteger
    >,
  ),
  lastImport: Type.Optional(Type.Object({ at: Type.Integer(), who: Type.String(), fileName: Type.String(), day: DayTextSchema })),
})
export type RegisterSummary = Static<typeof RegisterSummarySchema>

/** `GET /api/v1/register/reconciliation`: by unit, in protocol order, what the books say and what was found. */
export const ReconciliationSchema = Type.Object({
  asOf: DayTextSchema,
  rows: Type.Array(
    Type.Object({
      unitId: Type.Integer(),
      name: Type.String(),
      block: Type.String(),
      /** Assets, and what they cost together; `costUnknown` of them say no cost. */
      booked: Type.Integer(),
      costDong: Type.Integer(),
      costUnknown: Type.Integer(),
      /** PCs that reported; `matched` of them are assets of this unit, `elsewhere` of another, `unregistered` of none. */
      found: Type.Integer(),
      matched: Type.Integer(),
      elsewhere: Type.Integer(),
      unregistered: Type.Integer(),
      /** Assets of which nothing was heard; `exempt` of them by law. */
      missing: Type.Integer(),
      exempt: Type.Integer(),
    }),
  ),
})
export type Reconciliation = Static<typeof ReconciliationSchema>

/** `POST /api/v1/register/decisions`: whether an asset and a PC are the same; a match is taken back by `same: false`. */
export const PairDecisionSchema = Type.Object({ itemId: IdSchema, pcId: IdSchema, same: Type.Boolean() }, { additionalProperties: false })
export type PairDecision = Static<typeof PairDecisionSchema>

/** `GET /api/v1/staff-numbers?asOf=…`: people (CBCCVC) of each unit on a date, how many of them have a PC and how many are of groups I-VI of the staff norm (`leaders`), and how many of its PCs have a paid licence of protection from malware; null is unknown. */
export const StaffNumbersSchema = Type.Object({
  asOf: DayTextSchema,
  units: Type.Array(
    Type.Object({
      unitId: Type.Integer(),
      name: Type.String(),
      block: Type.String(),
      staff: Type.Union([Type.Integer(), Type.Null()]),
      equipped: Type.Union([Type.Integer(), Type.Null()]),
      leaders: Type.Union([Type.Integer(), Type.Null()]),
      licensedAntivirus: Type.Union([Type.Integer(), Type.Null()]),
      /** Since when these hold. */
      since: Type.Optional(DayTextSchema),
    }),
  ),
})
export type StaffNumbers = Static<typeof StaffNumbersSchema>

const NumberSchema = Type.Union([Type.Integer({ minimum: 0, maximum: 10_000_000 }), Type.Null()])

/** `PUT /api/v1/staff-numbers`: from `day` on these hold; null says that it is not known. */
export const StaffChangeSchema = Type.Object(
  {
    day: DayTextSchema,
    units: Type.Array(
      Type.Object(
        { unitId: IdSchema, staff: NumberSchema, equipped: NumberSchema, leaders: NumberSchema, licensedAntivirus: NumberSchema },
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: 2_000 },
    ),
  },
  { additionalProperties: false },
)
export type StaffChange = Static<typeof StaffChangeSchema>
