/** A clock nobody sets: the time since this PC started, sleep included. By it is seen afterwards that the PC's own clock was wrong. */
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { uptime } from 'node:os'

/** The moment something was written down: which start of the PC, and how long after it. */
export type Mark = { readonly boot: string; readonly upMs: number }

export type BootClock = { mark(): Mark }

/** The PC's own clock and the one nobody sets, side by side. */
export type Clocks = { readonly now: () => number; readonly clock: BootClock }

/** Clocks are put right by seconds all the time; what is dated by days and quarter hours is left as it is for that. */
const NOTABLE_MS = 60_000

const RUN_VARIABLE = 'SOMAY_RUN_MARK'

export function thisBootClock(): BootClock {
  const boot = bootMark()
  return { mark: () => ({ boot, upMs: Math.round(uptime() * 1_000) }) }
}

export function thisClocks(): Clocks {
  return { now: Date.now, clock: thisBootClock() }
}

/** Where the system has no mark for its start, the resident process and its children share one; what came before is not re-dated. */
function bootMark(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  } catch {
    process.env[RUN_VARIABLE] ??= randomUUID()
    return process.env[RUN_VARIABLE]
  }
}

/**
 * By how much the PC's clock was put right since `writtenMs` was written down at `mark`; what was dated by the wrong clock moves by this.
 * Zero when nothing notable happened, or nobody can tell because the PC was started anew.
 */
export function correctionMs(writtenMs: number, mark: Mark | undefined, clock: BootClock, nowMs: number): number {
  const present = clock.mark()
  if (!mark || mark.boot !== present.boot) return 0
  const movedMs = nowMs - (present.upMs - mark.upMs) - writtenMs
  return Math.abs(movedMs) < NOTABLE_MS ? 0 : Math.round(movedMs)
}

/** `iso` put right by so much. */
export function movedBy(iso: string, ms: number): string {
  return ms === 0 ? iso : new Date(Date.parse(iso) + ms).toISOString()
}
