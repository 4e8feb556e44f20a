/** When a whole inventory is due outside its daily hour: the PC probably changed, or the hour was slept through. */
import type { Platform as PlatformName } from '@somay/shared/facts/spec.ts'
import type { BootClock } from '../platform/boot-clock.ts'
import { changeMark, watchedPaths } from './change-mark.ts'

const DAY_MS = 86_400_000
/** Updates come in bunches; one inventory tells them all. */
const LEAST_PAUSE_MS = 3_600_000
/** The daily hour has a spread, so a day may be a little longer than a day. */
const OVERDUE_MS = DAY_MS + 2 * 3_600_000

export type Inventories = { take(): Promise<void>; isDue(): boolean }

/** `work` says whether an inventory was taken. */
export function createInventories(os: PlatformName, clock: BootClock, work: () => Promise<boolean>): Inventories {
  const paths = watchedPaths(os, process.env)
  let takenUpMs = Number.NEGATIVE_INFINITY
  let seen: string | undefined
  let failures = 0
  return {
    async take() {
      const [upMs, mark] = [clock.mark().upMs, changeMark(paths)]
      const isTaken = await work()
      takenUpMs = upMs
      // What could not be taken is not known as it is now: the change stays due.
      if (isTaken) seen = mark
      failures = isTaken ? 0 : failures + 1
    },
    isDue() {
      const ageMs = clock.mark().upMs - takenUpMs
      // One that failed is tried again, but a PC on which it always fails is not worked every hour for it.
      if (ageMs < LEAST_PAUSE_MS * 2 ** Math.max(0, failures - 1)) return ageMs > OVERDUE_MS
      return failures > 0 || ageMs > OVERDUE_MS || (seen !== undefined && changeMark(paths) !== seen)
    },
  }
}
