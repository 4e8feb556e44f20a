/** Thirteen months of a demo PC's connection, one sample a working day, up to the day before it is loaded. */
import type { Sample } from '@somay/shared/report.ts'
import type { Chance } from './chance.ts'
import type { DemoPc } from './pcs.ts'

const DAY_MS = 86_400_000
export const DEMO_DAYS = 396

/** A silent PC stopped this long ago. */
const SILENT_FOR_DAYS = 60

/** `endMs` is the moment of the last day's sample; earlier ones lie whole days before it. */
export function demoSamples(pc: DemoPc, chance: Chance, endMs: number): Sample[] {
  const samples: Sample[] = []
  // Connections were laid office by office during the year, so the share grows towards the last day.
  const connectedSinceDay = pc.connection === 'internet' ? DEMO_DAYS - chance.below(DEMO_DAYS * 3) : 0
  for (let day = DEMO_DAYS - 1; day >= 0; day--) {
    const last = day === 0
    if (pc.connection === 'silent' && day < SILENT_FOR_DAYS) break
    const atMs = endMs - day * DAY_MS
    const weekday = new Date(atMs).getUTCDay()
    if (!last && (weekday === 0 || weekday === 6 || chance.happens(0.08))) continue
    const connected = pc.connection === 'internet' && (last || DEMO_DAYS - day >= connectedSinceDay) && (last || !chance.happens(0.02))
    const state = connected
      ? 'internet'
      : pc.connection === 'internet'
        ? 'wan-only'
        : pc.connection === 'silent'
          ? 'internet'
          : pc.connection
    const reachedCollector = state === 'internet' || state === 'wan-only'
    samples.push({ at: new Date(atMs).toISOString(), state, latencyMs: 8 + chance.below(240), reachedCollector })
  }
  return samples
}
