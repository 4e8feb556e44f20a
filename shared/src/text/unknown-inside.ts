/** Finds what is unknown inside a fact from its JSON text; without the schema library, so that the pages can use it. */
import type { UnknownReason } from '../unknown.ts'

// In JSON text a quote inside a string is escaped, so this can only be the key of an unknown property with its reason.
const UNKNOWN_IN_JSON = /"unknown":"([a-z-]+)"/g

/** The first reason for which anything inside a JSON text is unknown; what was turned off on purpose counts last. */
export function unknownInside(json: string): UnknownReason | undefined {
  let turnedOff: UnknownReason | undefined
  for (const [, reason] of json.matchAll(UNKNOWN_IN_JSON)) {
    if (reason !== 'turned-off') return reason as UnknownReason
    turnedOff = reason
  }
  return turnedOff
}
