/** What somebody should look at. */
import Type, { type Static } from 'typebox'

const FoundSchema = Type.Object({
  count: Type.Integer(),
  /** The latest few. */
  pcs: Type.Array(Type.Object({ id: Type.Integer(), name: Type.String(), unit: Type.String(), at: Type.Integer() })),
})

const BackupStandingSchema = Type.Object({
  state: Type.Enum(['good', 'failed', 'old', 'not-set-up']),
  /** Of the newest in the folder; absent when there is none. */
  newestAt: Type.Optional(Type.Integer()),
  failedAt: Type.Optional(Type.Integer()),
  /** What the failed one said. */
  why: Type.Optional(Type.String()),
})
export type BackupStanding = Static<typeof BackupStandingSchema>

/** `GET /api/v1/alerts` */
export const AlertsSchema = Type.Object({
  /** Marked as not to be connected, and reported all the same: an incident by law. */
  exemptReported: FoundSchema,
  /** Shared their key with another PC within the last weeks. */
  clones: FoundSchema,
  /** Pairs of PCs that may be one, waiting for a person; absent for who may not decide. */
  questions: Type.Optional(Type.Integer()),
  /** The daily backup; absent for who does not run the collector, and for a ledger in PostgreSQL. */
  backup: Type.Optional(BackupStandingSchema),
})
export type Alerts = Static<typeof AlertsSchema>
