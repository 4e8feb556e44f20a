/** Thirteen months of a demo PC's connection, one sample a working day, up to the day before it is loaded. */
import type { Sample } from '@somay/shared/report.ts'
import type { Chance } from './chance.ts'
import type { ReportingPc } from './pcs.ts'

const DAY_MS = 86_400_000
const DEMO_DAYS = 396

/** A silent PC stopped this long ago. */
const SILENT_FOR_DAYS = 60

/** The days of the demo, oldest first: written out once, because every PC has a sample on most of them. */
export function demoDays(endMs: number): readonly DemoDay[] {
  return Array.from({ length: DEMO_DAYS }, (_, index) => {
    const day = DEMO_DAYS - 1 - index
    const date = new Date(endMs - day * DAY_MS)
    return { day, at: date.toISOString(), atWeekend: date.getUTCDay() === 0 || date.getUTCDay() === 6 }
  })
}

/** `day` counts back from the last, which is 0. */
type DemoDay = { readonly day: number; readonly at: string; readonly atWeekend: boolean }

export function demoSamples(pc: ReportingPc, chance: Chance, days: readonly DemoDay[]): Sample[] {
  const samples: Sample[] = []
  // Connections were laid office by office during the year, so the share grows towards the last day.
  const connectedSinceDay = pc.connection === 'internet' ? DEMO_DAYS - chance.below(DEMO_DAYS * 3) : 0
  for (const { day, at, atWeekend } of days) {
    const last = day === 0
    if (pc.connection === 'silent' && day < SILENT_FOR_DAYS) break
    if (!last && (atWeekend || chance.happens(0.08))) continue
    const connected = pc.connection === 'internet' && (last || DEMO_DAYS - day >= connectedSinceDay) && (last || !chance.happens(0.02))
    const state = connected
      ? 'internet'
      : pc.connection === 'internet'
        ? 'wan-only'
        : pc.connection === 'silent'
          ? 'internet'
          : pc.connection
    const reachedCollector = state === 'internet' || state === 'wan-only'
    samples.push({ at, state, latencyMs: 8 + chance.below(240), reachedCollector, session: !atWeekend })
  }
  return samples
}
