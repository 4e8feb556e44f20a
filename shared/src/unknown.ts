/** Unknown is a value: the closed list of reasons, and how a fact or one of its properties says "could not be read". */
import Type, { type Static, type TSchema } from 'typebox'

export const UNKNOWN_REASONS = ['not-supported', 'access-denied', 'timed-out', 'failed', 'turned-off'] as const

export type UnknownReason = (typeof UNKNOWN_REASONS)[number]

export const UnknownReasonSchema = Type.Enum(UNKNOWN_REASONS)

/** A property that could not be read: `{"unknown": "access-denied"}`; never null, so nothing can coerce it. */
export const UnknownSchema = Type.Object(
  { unknown: UnknownReasonSchema, detail: Type.Optional(Type.String({ maxLength: 500 })) },
  { additionalProperties: false },
)

export type Unknown = Static<typeof UnknownSchema>

/** A schema whose value may also be unknown with a reason. */
export function orUnknown<S extends TSchema>(schema: S) {
  return Type.Union([schema, UnknownSchema])
}

export function unknown(reason: UnknownReason, detail?: string): Unknown {
  return detail === undefined ? { unknown: reason } : { unknown: reason, detail: detail.slice(0, 500) }
}

export function isUnknown(value: unknown): value is Unknown {
  return typeof value === 'object' && value !== null && 'unknown' in value
}

/** The value, or undefined when unknown: for code that has said what it does without it. */
export function knownOrUndefined<T>(value: T | Unknown | undefined): T | undefined {
  return value === undefined || isUnknown(value) ? undefined : (value as T)
}
