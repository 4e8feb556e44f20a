/** The log of what people changed: who, when, what, old and new. */
import Type, { type Static } from 'typebox'

/** `GET /api/v1/audit`: the newest first; `before` is the id of the last one seen. */
export const AuditQuerySchema = Type.Object(
  {
    before: Type.Optional(Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })),
    kind: Type.Optional(Type.String({ maxLength: 100 })),
    who: Type.Optional(Type.String({ maxLength: 300 })),
  },
  { additionalProperties: false },
)
export type AuditQuery = Static<typeof AuditQuerySchema>

const DeedSchema = Type.Object({
  id: Type.Integer(),
  at: Type.Integer(),
  kind: Type.String(),
  who: Type.String(),
  pcId: Type.Optional(Type.Integer()),
  pcName: Type.Optional(Type.String()),
  /** What it was about, what was before and what is since, as the deed wrote it down. */
  detail: Type.Record(Type.String(), Type.Unknown()),
})
export type Deed = Static<typeof DeedSchema>

export const AuditSchema = Type.Object({ deeds: Type.Array(DeedSchema), more: Type.Boolean() })
export type Audit = Static<typeof AuditSchema>
