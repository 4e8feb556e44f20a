/** What somebody should look at. */
import Type, { type Static } from 'typebox'

const FoundSchema = Type.Object({
  count: Type.Integer(),
  /** The latest few. */
  pcs: Type.Array(Type.Object({ id: Type.Integer(), name: Type.String(), unit: Type.String(), at: Type.Integer() })),
})

/** `GET /api/v1/alerts` */
export const AlertsSchema = Type.Object({
  /** Marked as not to be connected, and reported all the same: an incident by law. */
  exemptReported: FoundSchema,
  /** Shared their key with another PC within the last weeks. */
  clones: FoundSchema,
  /** Pairs of PCs that may be one, waiting for a person; absent for who may not decide. */
  questions: Type.Optional(Type.Integer()),
})
export type Alerts = Static<typeof AlertsSchema>
