/** The reports of a PC that is switched off every night: each morning another boot, other free room, newer update lists, and nothing else. */
import type { Report } from '#shared/report.ts'
import { known, makeReport } from '../../make-report.ts'

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
const STEP = 64 * 1024 * 1024

/** Days count from the beginning of time, so that a day is the same whichever day the series begins with. */
export function daysOfUse(firstMs: number, days: number): Report[] {
  return Array.from({ length: days }, (_, index) => {
    const atMs = firstMs + index * DAY_MS
    const usage = known('usage', {
      lastBootAt: new Date(atMs).toISOString(),
      updateListsFreshAt: new Date(atMs - HOUR_MS).toISOString(),
      volumes: [{ mount: 'C:', freeBytes: (Math.floor(atMs / DAY_MS) % 900) * STEP, holdsSystem: true }],
    })
    // After the first day only what changed travels.
    return makeReport({ takenAt: atMs, facts: { usage }, ...(index > 0 && { bodies: ['usage'] }) })
  })
}
