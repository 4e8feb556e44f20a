/** Unknown is a value: the closed list of reasons, and how a fact or one of its properties says "could not be read". Free of the schema library. */

export const UNKNOWN_REASONS = ['not-supported', 'access-denied', 'timed-out', 'failed', 'turned-off'] as const

export type UnknownReason = (typeof UNKNOWN_REASONS)[number]

export const UNKNOWN_DETAIL_MAX_LENGTH = 500

/** What UnknownSchema lets through. */
export type Unknown = { detail?: string; unknown: UnknownReason }

export function unknown(reason: UnknownReason, detail?: string): Unknown {
  return detail === undefined ? { unknown: reason } : { unknown: reason, detail: detail.slice(0, UNKNOWN_DETAIL_MAX_LENGTH) }
}

export function isUnknown(value: unknown): value is Unknown {
  return typeof value === 'object' && value !== null && 'unknown' in value
}

/** The value, or undefined when unknown: for code that has said what it does without it. */
export function knownOrUndefined<T>(value: T | Unknown | undefined): T | undefined {
  return value === undefined || isUnknown(value) ? undefined : (value as T)
}
