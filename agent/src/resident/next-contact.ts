/** When to contact the collector again: as it said, spread by a tenth; after a failure by backoff, never before it allows. Pure. */
import { backoffMs } from '../send/backoff.ts'
import type { ContactOutcome } from './job.ts'

export type NextContact = { readonly afterMs: number; readonly failures: number } | { readonly whenEnrolled: true }

const SPREAD = 0.1
const BACKOFF = { baseMs: 60_000, capMs: 3_600_000 }
/** Even the luckiest throw leaves the collector a breath. */
const LEAST_MS = 5_000
/** The collector cannot be asked what it prefers: nothing was read yet, or it refused what was. */
const WITHOUT_ANSWER_MS = 900_000

/** A timer of Node counts 24 days at most and fires at once beyond that. */
const MOST_MS = 7 * 86_400_000

export function nextContact(outcome: ContactOutcome | undefined, failures: number, nowMs: number, random: () => number): NextContact {
  const failed = { afterMs: Math.max(LEAST_MS, backoffMs(failures + 1, BACKOFF, random)), failures: failures + 1 }
  if (!outcome) return failed
  const { result, retry } = outcome
  switch (result.kind) {
    case 'acknowledged':
      return { afterMs: Math.min(MOST_MS, result.policy.nextContactSeconds * 1_000 * (1 - SPREAD + 2 * SPREAD * random())), failures: 0 }
    case 'kept': {
      const allowedMs = result.notBefore === undefined ? 0 : Date.parse(result.notBefore) - nowMs
      return { ...failed, afterMs: Math.min(MOST_MS, Math.max(failed.afterMs, allowedMs)) }
    }
    case 'not-enrolled':
      return retry ? failed : { whenEnrolled: true }
    case 'refused':
    case 'no-inventory':
      return { afterMs: WITHOUT_ANSWER_MS, failures }
  }
}
