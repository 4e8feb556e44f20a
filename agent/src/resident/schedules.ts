/** The daily round by node-cron, each start put off by a random moment so that PCs do not act in step. */
import { schedule, setLogger } from 'node-cron'
import type { Log } from '../log.ts'

const SAMPLE_SPREAD_MS = 60_000
const INVENTORY_SPREAD_MS = 1_800_000

export type Rounds = { sample(): Promise<void>; inventory(): Promise<void> }
export type Schedule = { readonly sample: string; readonly inventory: string }

/** Gives back how to stop. */
export function schedules({ sample, inventory }: Schedule, log: Log, rounds: Rounds): () => void {
  // A PC that slept misses rounds; that is no event worth a line.
  setLogger({ info() {}, debug() {}, warn() {}, error: (message) => log.error('the schedule failed', { message: String(message) }) })
  const options = { noOverlap: true, suppressMissedWarning: true }
  const tasks = [
    schedule(sample, rounds.sample, { ...options, maxRandomDelay: SAMPLE_SPREAD_MS }),
    schedule(inventory, rounds.inventory, { ...options, maxRandomDelay: INVENTORY_SPREAD_MS }),
  ]
  return () => {
    for (const task of tasks) void task.destroy()
  }
}

/** Divisors of an hour, so that the quarters of a day stay the quarters of a day. */
export function everyMinutes(minutes: number): string {
  return minutes === 60 ? '0 * * * *' : `*/${minutes} * * * *`
}
