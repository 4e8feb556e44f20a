/** Reads the header Retry-After, in seconds or as a date (RFC 9110, 10.2.3). Pure. */

// A longer wait than a day is a mistake of someone's; the agent looks in again.
export const LONGEST_WAIT_MS = 86_400_000

export function retryAfterMs(header: unknown, nowMs: number): number | undefined {
  if (typeof header !== 'string') return undefined
  const text = header.trim()
  const waitMs = /^\d+$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - nowMs
  return Number.isNaN(waitMs) ? undefined : Math.min(Math.max(0, waitMs), LONGEST_WAIT_MS)
}
