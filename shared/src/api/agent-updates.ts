/** The page of agent updates: releases held, versions in the fleet, rollouts by unit and stage, and how they go. */
import Type, { type Static } from 'typebox'
import { PackageKindSchema, ReleaseVersionSchema, UPDATE_ENDS, UPDATE_REASONS } from '../release.ts'

const IdSchema = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })

/** Shares of the PCs of a unit, in percent. */
export const STAGES = [10, 50, 100] as const
const StageSchema = Type.Enum(STAGES)
export type Stage = Static<typeof StageSchema>

const RolloutStateSchema = Type.Enum(['running', 'halted', 'ended'])
export type RolloutState = Static<typeof RolloutStateSchema>

const HeldReleaseSchema = Type.Object({
  version: Type.String(),
  kind: PackageKindSchema,
  fileName: Type.String(),
  sizeBytes: Type.Integer(),
  sha256: Type.String(),
  addedAt: Type.Integer(),
  addedBy: Type.String(),
  /** Whether the file itself lies with this collector. */
  isHere: Type.Boolean(),
})
export type HeldRelease = Static<typeof HeldReleaseSchema>

/** No kind: the PC takes no updates, because its agent was installed without an update key or is older than updates. */
const FleetVersionSchema = Type.Object({ kind: Type.Optional(PackageKindSchema), version: Type.String(), pcs: Type.Integer() })
export type FleetVersion = Static<typeof FleetVersionSchema>

/** Of the PCs of the unit and below it that take updates. */
const ProgressSchema = Type.Object({
  /** That run the version or a later one. */
  there: Type.Integer(),
  /** That run an earlier one and are in the stage; of them `offered` were told, and the rest waits for its turn or for a package. */
  due: Type.Integer(),
  offered: Type.Integer(),
  installed: Type.Integer(),
  failed: Type.Integer(),
  rolledBack: Type.Integer(),
  refused: Type.Integer(),
  cannotTell: Type.Integer(),
  /** For whose kind the collector holds no package of the version. */
  lackPackage: Type.Integer(),
  /** For whose present version it holds none: without a way back nothing is offered. */
  lackWayBack: Type.Integer(),
})
export type Progress = Static<typeof ProgressSchema>

const RolloutSchema = Type.Object({
  id: Type.Integer(),
  version: Type.String(),
  /** Absent: the whole tree. */
  unitId: Type.Optional(Type.Integer()),
  unit: Type.Optional(Type.String()),
  stage: StageSchema,
  state: RolloutStateSchema,
  /** It was halted by the rule, not by a person. */
  haltedByRule: Type.Boolean(),
  who: Type.String(),
  at: Type.Integer(),
  progress: ProgressSchema,
})
export type Rollout = Static<typeof RolloutSchema>

/** `GET /api/v1/agent-updates` */
export const AgentUpdatesSchema = Type.Object({
  releases: Type.Array(HeldReleaseSchema),
  fleet: Type.Array(FleetVersionSchema),
  rollouts: Type.Array(RolloutSchema),
})
export type AgentUpdates = Static<typeof AgentUpdatesSchema>

/** `POST /api/v1/agent-updates/rollouts`: begins one, moves it to another stage, or lets a halted one go on. */
export const RolloutAskedSchema = Type.Object(
  { version: ReleaseVersionSchema, unitId: Type.Optional(IdSchema), stage: StageSchema },
  { additionalProperties: false },
)
export type RolloutAsked = Static<typeof RolloutAskedSchema>

/** `POST /api/v1/agent-updates/rollouts/:id/stop` */
export const RolloutStopSchema = Type.Object({ state: Type.Enum(['halted', 'ended']) }, { additionalProperties: false })
export type RolloutStop = Static<typeof RolloutStopSchema>

export const PC_UPDATE_STATES = ['offered', ...UPDATE_ENDS] as const
const PcUpdateStateSchema = Type.Enum(PC_UPDATE_STATES)
export type PcUpdateState = Static<typeof PcUpdateStateSchema>

/** `GET /api/v1/agent-updates/pcs`: how the update to a version went, the latest first. */
export const UpdatedPcsQuerySchema = Type.Object(
  { version: ReleaseVersionSchema, state: Type.Optional(PcUpdateStateSchema), unitId: Type.Optional(IdSchema) },
  { additionalProperties: false },
)
export type UpdatedPcsQuery = Static<typeof UpdatedPcsQuerySchema>

const UpdatedPcSchema = Type.Object({
  pcId: Type.Integer(),
  name: Type.String(),
  unit: Type.String(),
  state: PcUpdateStateSchema,
  reason: Type.Optional(Type.Enum(UPDATE_REASONS)),
  detail: Type.Optional(Type.String()),
  at: Type.Integer(),
})
export type UpdatedPc = Static<typeof UpdatedPcSchema>

export const UpdatedPcsSchema = Type.Object({ pcs: Type.Array(UpdatedPcSchema), more: Type.Boolean() })
export type UpdatedPcs = Static<typeof UpdatedPcsSchema>
