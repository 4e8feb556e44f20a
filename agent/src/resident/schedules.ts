/** The daily round by node-cron, each start put off by a random moment so that PCs do not act in step. */
import { schedule, setLogger } from 'node-cron'
import type { Settings } from '../config/settings.ts'
import type { Log } from '../log.ts'

const SAMPLE_SPREAD_MS = 60_000
const INVENTORY_SPREAD_MS = 1_800_000

export type Rounds = { sample(): Promise<void>; inventory(): Promise<void> }

/** Gives back how to stop. */
export function schedules(settings: Settings, log: Log, rounds: Rounds): () => void {
  // A PC that slept misses rounds; that is no event worth a line.
  setLogger({ info() {}, debug() {}, warn() {}, error: (message) => log.error('the schedule failed', { message: String(message) }) })
  const tasks = [
    schedule(settings.sampleSchedule, rounds.sample, { maxRandomDelay: SAMPLE_SPREAD_MS, noOverlap: true, suppressMissedWarning: true }),
    schedule(settings.inventorySchedule, rounds.inventory, {
      maxRandomDelay: INVENTORY_SPREAD_MS,
      noOverlap: true,
      suppressMissedWarning: true,
    }),
  ]
  return () => {
    for (const task of tasks) void task.destroy()
  }
}
