/** The fleet by operating system, support and patch age on a day, and the PCs behind each figure. */
import Type, { type Static } from 'typebox'
import { BLOCKS } from '../text/choices.ts'
import { PATCH_AGES, type PatchAge, SUPPORT_STATES, type SupportState, WAITING_STATES, type WaitingState } from '../text/patches.ts'
import { PLAIN_PATTERN } from '../text/plain.ts'
import { HINDRANCES, WINDOWS_11_STATES } from '../text/windows-11.ts'
import { DayTextSchema } from './counts.ts'
import { CellSchema } from './pcs.ts'
import { TREE_ROW } from './tree-row.ts'
import { HindranceSchema, ReadinessSchema, Windows11StateSchema } from './windows-11.ts'

const CountSchema = Type.Integer()
const counts = <K extends string>(names: Readonly<Record<K, unknown>>) =>
  Type.Object(Object.fromEntries(Object.keys(names).map((name) => [name, CountSchema])) as Record<K, typeof CountSchema>)

/** `GET /api/v1/patches`: of the PCs as they are now, on the day `on`, today unless given. */
export const PatchesQuerySchema = Type.Object({
  on: Type.Optional(DayTextSchema),
  unit: Type.Optional(Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })),
})
export type PatchesQuery = Static<typeof PatchesQuerySchema>

const NumbersSchema = Type.Object({
  pcs: CountSchema,
  support: counts(SUPPORT_STATES),
  age: counts(PATCH_AGES),
  pending: counts(WAITING_STATES),
  restart: counts(WAITING_STATES),
  windows11: counts(WINDOWS_11_STATES),
})
export type PatchNumbers = Static<typeof NumbersSchema>

export const PatchesSchema = Type.Object({
  on: DayTextSchema,
  /** Of which day the tables of support dates and updates are. */
  reference: Type.Object({ lifecycle: DayTextSchema, builds: DayTextSchema }),
  total: NumbersSchema,
  /** Of those not ready for Windows 11, how many lack each; one PC may lack several. */
  hindered: counts(HINDRANCES),
  /** By name and version of the system; the most first; absent where no report told it. */
  systems: Type.Array(Type.Object({ name: Type.Optional(Type.String()), version: Type.Optional(Type.String()), numbers: NumbersSchema })),
  rows: Type.Array(
    Type.Object({
      ...TREE_ROW,
      numbers: NumbersSchema,
    }),
  ),
  at: Type.Integer(),
})
export type Patches = Static<typeof PatchesSchema>

/** `GET /api/v1/patches/pcs`, by name; `system` and `version` as they are named there, empty for unknown. */
export const PatchedPcsQuerySchema = Type.Object({
  ...PatchesQuerySchema.properties,
  system: Type.Optional(Type.String({ maxLength: 300, pattern: PLAIN_PATTERN })),
  version: Type.Optional(Type.String({ maxLength: 300, pattern: PLAIN_PATTERN })),
  block: Type.Optional(Type.Enum(Object.keys(BLOCKS))),
  support: Type.Optional(Type.Enum(Object.keys(SUPPORT_STATES) as SupportState[])),
  age: Type.Optional(Type.Enum(Object.keys(PATCH_AGES) as PatchAge[])),
  pending: Type.Optional(Type.Enum(Object.keys(WAITING_STATES) as WaitingState[])),
  restart: Type.Optional(Type.Enum(Object.keys(WAITING_STATES) as WaitingState[])),
  windows11: Type.Optional(Windows11StateSchema),
  hinder: Type.Optional(HindranceSchema),
  after: Type.Optional(Type.String({ maxLength: 1_000 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
})
export type PatchedPcsQuery = Static<typeof PatchedPcsQuerySchema>

export const PatchedPcSchema = Type.Object({
  pcId: Type.Integer(),
  name: Type.String(),
  unit: Type.String(),
  os: CellSchema,
  version: CellSchema,
  build: CellSchema,
  support: Type.Enum(Object.keys(SUPPORT_STATES) as SupportState[]),
  /** Days as "2026-09-30"; "none" where no end is announced, or nothing is missing. */
  supportEndsOn: CellSchema,
  age: Type.Enum(Object.keys(PATCH_AGES) as PatchAge[]),
  missingSince: CellSchema,
  pendingUpdates: CellSchema,
  restartPending: CellSchema,
  windows11: ReadinessSchema,
  /** Ms since 1970. */
  lastPatchedAt: CellSchema,
  inventoryAt: Type.Optional(Type.Integer()),
})
export type PatchedPc = Static<typeof PatchedPcSchema>

export const PatchedPcsSchema = Type.Object({
  rows: Type.Array(PatchedPcSchema),
  /** True when of what was asked for PCs that must not be connected (máy mật) are not named to this caller. */
  withheld: Type.Optional(Type.Boolean()),
  next: Type.Optional(Type.String()),
})
export type PatchedPcs = Static<typeof PatchedPcsSchema>
