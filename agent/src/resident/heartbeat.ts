/** Notices that the PC slept or that its clock was set, by beating once a minute against the clock nobody sets. */
import type { Clocks } from '../platform/boot-clock.ts'

export type Beat = { readonly wallMs: number; readonly upMs: number }

/** What happened between two beats; zero for nothing notable. */
export type Noticed = { readonly sleptMs: number; readonly clockMovedMs: number }

export const BEAT_MS = 60_000
/** A busy old PC is late by seconds, a sleeping one by more. */
const LATE_MS = 60_000
/** The difference two clocks may have by slewing alone. */
const MOVED_MS = 60_000

/** Pure. `sleptMs` is what the beat came too late by. */
export function noticed(before: Beat, now: Beat): Noticed {
  const passedMs = now.upMs - before.upMs
  const movedMs = now.wallMs - before.wallMs - passedMs
  return {
    sleptMs: passedMs - BEAT_MS > LATE_MS ? passedMs - BEAT_MS : 0,
    clockMovedMs: Math.abs(movedMs) > MOVED_MS ? movedMs : 0,
  }
}

/** Calls back after each notable beat; gives back how to stop. */
export function startHeartbeat({ now, clock }: Clocks, notable: (noticed: Noticed) => void): () => void {
  const beat = (): Beat => ({ wallMs: now(), upMs: clock.mark().upMs })
  let last = beat()
  const timer = setInterval(() => {
    const current = beat()
    const found = noticed(last, current)
    last = current
    if (found.sleptMs > 0 || found.clockMovedMs !== 0) notable(found)
  }, BEAT_MS)
  return () => clearInterval(timer)
}
