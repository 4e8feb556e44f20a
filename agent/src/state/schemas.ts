/** What the agent remembers between runs, file by file in its state folder. */

import { FactBodySchema } from '@somay/shared/facts/spec.ts'
import { AnswerSchema, HashSchema, ManifestSchema, ReportSchema } from '@somay/shared/report.ts'
import Type, { type Static } from 'typebox'

const BodiesSchema = Type.Record(Type.String(), FactBodySchema)

/** The latest inventory, whole; the next report is cut from it. */
export const InventorySchema = Type.Object({
  takenAt: Type.String(),
  /** The same moment by the clock nobody sets. */
  mark: Type.Optional(Type.Object({ boot: Type.String(), upMs: Type.Integer() })),
  manifest: ManifestSchema,
  manifestHash: HashSchema,
  bodies: BodiesSchema,
})
export type Inventory = Static<typeof InventorySchema>

/** What the collector has acknowledged: the basis of the next delta, and what `show-sent` shows. */
export const AcknowledgedSchema = Type.Object({
  at: Type.String(),
  manifest: ManifestSchema,
  manifestHash: HashSchema,
  /** Facts whose bodies it asked for, or `manifest`. */
  need: Type.Array(Type.String()),
  bodies: BodiesSchema,
  lastReport: ReportSchema,
})
export type Acknowledged = Static<typeof AcknowledgedSchema>

/** What the collector said last about contacts, probe targets and facts it does not want. */
export const PolicySchema = Type.Object({
  nextContactSeconds: AnswerSchema.properties.nextContactSeconds,
  sampleMinutes: AnswerSchema.properties.sampleMinutes,
  targets: AnswerSchema.properties.targets,
  switchedOff: AnswerSchema.properties.switchedOff,
})
export type Policy = Static<typeof PolicySchema>

/** How the contacts with the collector went. */
export const StatusSchema = Type.Object({
  lastContactAt: Type.Optional(Type.String()),
  lastError: Type.Optional(Type.Object({ at: Type.String(), sentence: Type.String() })),
  /** Not to be contacted before this, because it said so (Retry-After) or did not answer (backoff). */
  notBefore: Type.Optional(Type.String()),
  failures: Type.Integer({ minimum: 0 }),
  /** The highest report id given out, beside those still waiting. */
  lastReportId: Type.Optional(Type.String()),
  /** The enrolment (its instant) the collector no longer accepts; sending rests until there is another. */
  refusedEnrolment: Type.Optional(Type.String()),
})
export type Status = Static<typeof StatusSchema>

/** Who this PC is to the collector; readable by its owner only. */
export const CredentialSchema = Type.Object({
  collectorUrl: Type.String(),
  pcId: Type.Integer(),
  credential: Type.String({ minLength: 1 }),
  /** PKCS #8 PEM of the agent's Ed25519 key. */
  privateKey: Type.String(),
  publicKey: Type.String(),
  enrolledAt: Type.String(),
})
export type Credential = Static<typeof CredentialSchema>

/** The agent's key on a PC that made a bundle before it ever enrolled; readable by its owner only. */
export const KeySchema = Type.Object({ privateKey: Type.String(), publicKey: Type.String() })
