/** The list of PCs and the page of one PC, as the collector answers and the pages read. */
import Type, { type Static } from 'typebox'
import { PLAIN_PATTERN } from '../text/plain.ts'
import { UnknownReasonSchema } from '../unknown-schema.ts'
import { CarriedSchema } from './bundles.ts'

const WordsSchema = Type.Object({ vi: Type.String(), en: Type.String() })

/** `bytes`, `count` and `instant` are numbers in cells (instants in ms since 1970, UTC); `choice` is one of `choices`. */
export const ColumnKindSchema = Type.Enum(['text', 'count', 'bytes', 'instant', 'choice', 'yes-no', 'unit'])
export type ColumnKind = Static<typeof ColumnKindSchema>

/** How a cell is drawn beyond its kind: connectivity with a mark, names of processors and systems without what all of them have. */
export const ColumnFormSchema = Type.Enum(['state', 'processor', 'system'])
export type ColumnForm = Static<typeof ColumnFormSchema>

/**
 * What may be asked of a column, by kind: text `is not contains starts`; count, bytes and instant `lt le gt ge eq`;
 * instant also `within older`, whose value is a number of days before now;
 * choice and unit `is not` (several values with commas); yes-no `is`; every kind `known unknown` (value empty).
 */
export const FILTER_OPERATORS = [
  'is',
  'not',
  'contains',
  'starts',
  'eq',
  'lt',
  'le',
  'gt',
  'ge',
  'within',
  'older',
  'known',
  'unknown',
] as const
export type FilterOperator = (typeof FILTER_OPERATORS)[number]

/** `GET /api/v1/pcs/columns`: the view's columns, in order; screen, CSV and XLSX all use them. */
export const ColumnSchema = Type.Object({
  key: Type.String(),
  heading: WordsSchema,
  kind: ColumnKindSchema,
  form: Type.Optional(ColumnFormSchema),
  /** Shown unless the person chose otherwise. */
  shownByDefault: Type.Boolean(),
  sortable: Type.Boolean(),
  operators: Type.Array(Type.String()),
  choices: Type.Optional(Type.Array(Type.Object({ value: Type.String(), label: WordsSchema }))),
})
export type Column = Static<typeof ColumnSchema>

/**
 * `GET /api/v1/pcs?q=…&where=column.operator.value&sort=-column&columns=a,b&after=cursor&limit=50`; `where` may repeat,
 * all must hold. Unknown sorts last in both directions. `GET /api/v1/pcs/export?format=csv|xlsx&…` takes the same.
 */
export const PcListQuerySchema = Type.Object({
  q: Type.Optional(Type.String({ maxLength: 200, pattern: PLAIN_PATTERN })),
  where: Type.Optional(Type.Array(Type.String({ maxLength: 300, pattern: PLAIN_PATTERN }), { maxItems: 30 })),
  sort: Type.Optional(Type.String({ maxLength: 60 })),
  columns: Type.Optional(Type.String({ maxLength: 2_000 })),
  after: Type.Optional(Type.String({ maxLength: 1_000 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
})
export type PcListQuery = Static<typeof PcListQuerySchema>

/** A cell is a value, or unknown with its reason; `no-report`: no report told it yet; `placeholder`: the maker left a sample text in its place. */
export const CellSchema = Type.Union([
  Type.String(),
  Type.Number(),
  Type.Boolean(),
  Type.Object({
    unknown: Type.Union([
      UnknownReasonSchema,
      Type.Literal('no-report'),
      Type.Literal('placeholder'),
      Type.Literal('not-entered'),
      Type.Literal('table-old'),
    ]),
  }),
])
export type Cell = Static<typeof CellSchema>

/** `GET /api/v1/pcs/states?q=…&where=…`: the same selection, counted by connectivity; PCs whose connectivity is unknown under `unknown`. */
export const PcStatesQuerySchema = Type.Pick(PcListQuerySchema, ['q', 'where'])
export type PcStatesQuery = Static<typeof PcStatesQuerySchema>

export const PcStatesSchema = Type.Object({
  states: Type.Array(Type.Object({ state: Type.String(), count: Type.Integer() })),
})
export type PcStates = Static<typeof PcStatesSchema>

export const PcListSchema = Type.Object({
  total: Type.Integer(),
  /** PCs the person may see, before any filter: tells an empty register from an empty result. */
  totalInScope: Type.Integer(),
  rows: Type.Array(Type.Object({ id: Type.Integer(), cells: Type.Record(Type.String(), CellSchema) })),
  /** Pass as `after` for the next page; absent on the last. */
  next: Type.Optional(Type.String()),
  /** The collector's clock, ms since 1970, against which ages are shown. */
  at: Type.Integer(),
})
export type PcList = Static<typeof PcListSchema>

/** One fact of one PC: `body` as reported; `since` when this value was first reported, `confirmedAt` when last. */
export const PcFactSchema = Type.Object({
  name: Type.String(),
  body: Type.Unknown(),
  since: Type.Integer(),
  confirmedAt: Type.Integer(),
})

/** Kinds are listed in `collector/src/store/events.ts`; `otherPcId` is the PC this one was taken for, or looks like; `carried` is a bundle's, `step` a move's. */
export const PcEventSchema = Type.Object({
  at: Type.Integer(),
  kind: Type.String(),
  otherPcId: Type.Optional(Type.Integer()),
  carried: Type.Optional(CarriedSchema),
  /** Who marked it, or took the mark off. */
  who: Type.Optional(Type.String()),
  /** Names of units; without `to` the PC left the ledger. `day` is the one it holds from, where that is another than the moment of the deed. */
  step: Type.Optional(
    Type.Object({ who: Type.String(), from: Type.String(), to: Type.Optional(Type.String()), day: Type.Optional(Type.String()) }),
  ),
})
export type PcEvent = Static<typeof PcEventSchema>

/** What the register says of a PC; what its list does not tell is null. */
const PcAssetSchema = Type.Object({
  code: Type.String(),
  name: Type.String(),
  unit: Type.String(),
  /** The list has it in another unit than the PC reports from. */
  unitDiffers: Type.Boolean(),
  yearInUse: Type.Union([Type.Integer(), Type.Null()]),
  costDong: Type.Union([Type.Integer(), Type.Null()]),
})

/** `GET /api/v1/pcs/{id}`. Instants are ms since 1970, UTC. */
export const PcPageSchema = Type.Object({
  id: Type.Integer(),
  name: Type.String(),
  unit: Type.String(),
  unitId: Type.Integer(),
  /** Out of the ledger; what it reported stays. */
  retired: Type.Boolean(),
  /** Since when it is marked as one that must not be connected, ms since 1970; absent when it is not. */
  exemptSince: Type.Optional(Type.Integer()),
  /** Null when there is a register and the PC is no asset of it; absent when no list was imported yet. */
  asset: Type.Optional(Type.Union([PcAssetSchema, Type.Null()])),
  /** The PC it turned out to be, where its history goes on. */
  mergedInto: Type.Optional(Type.Integer()),
  /** As in the list: internet, wan-only, lan-only, captive, offline, silent or no-report. */
  state: Type.String(),
  enrolledAt: Type.Integer(),
  lastSeenAt: Type.Optional(Type.Integer()),
  inventoryAt: Type.Optional(Type.Integer()),
  agentVersion: Type.String(),
  clockSkewMs: Type.Optional(Type.Integer()),
  facts: Type.Array(PcFactSchema),
  /** What happened to the PC itself, newest first, the latest few. */
  events: Type.Array(PcEventSchema),
  at: Type.Integer(),
})
export type PcPage = Static<typeof PcPageSchema>

/**
 * `GET /api/v1/pcs/{id}/history?after=cursor`: what changed, newest first. `before` is absent when the fact was new (`again`: it had been
 * there, but not right before), `now` when the PC no longer reported it.
 */
export const PcHistorySchema = Type.Object({
  changes: Type.Array(
    Type.Object({
      fact: Type.String(),
      at: Type.Integer(),
      before: Type.Optional(Type.Unknown()),
      now: Type.Optional(Type.Unknown()),
      again: Type.Optional(Type.Literal(true)),
    }),
  ),
  next: Type.Optional(Type.String()),
})
export type PcHistory = Static<typeof PcHistorySchema>

/** `GET /api/v1/facts`: the catalogue, with JSON Schemas whose `title`, `x-title-vi` and `x-unit` name each property. */
export const CatalogueSchema = Type.Array(
  Type.Object({
    name: Type.String(),
    title: WordsSchema,
    sentence: WordsSchema,
    needsAdministrator: Type.Union([Type.Boolean(), Type.Literal('partly')]),
    personal: Type.Boolean(),
    value: Type.Unknown(),
  }),
)
export type Catalogue = Static<typeof CatalogueSchema>
