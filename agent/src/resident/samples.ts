/** What the resident process remembers of samples: when the last was taken, and those the disk had no room for. */
import type { Sample } from '@somay/shared/report.ts'
import type { Log } from '../log.ts'
import type { LoggedSample, SampleLog } from '../outbox/sample-log.ts'
import { isNoRoom } from '../platform/atomic-file.ts'
import type { BootClock } from '../platform/boot-clock.ts'
import type { TakenSample } from './job.ts'

export type Samples = {
  /** Whether the schedule should take one: contacts take samples too, and one an interval is enough. */
  isDue(sampleMinutes: number): boolean
  /** Whether a contact should carry a new one. */
  isStale(sampleMinutes: number): boolean
  took(taken: TakenSample): void
  /** Writes down what found no room before; called before a child that may send it. */
  retry(): void
  last(): Sample | undefined
}

const MINUTE_MS = 60_000
/** Ticks come up to a minute late, so two of them may be a little less than an interval apart. */
const DUE_SHARE = 4 / 5
const STALE_SHARE = 1 / 5
/** A day of quarter hours. */
const MOST_IN_MEMORY = 96

export function createSamples(sampleLog: SampleLog, clock: BootClock, log: Log): Samples {
  const unkept: LoggedSample[] = []
  let last: LoggedSample | undefined
  let takenUpMs = Number.NEGATIVE_INFINITY
  const isOlderThan = (ms: number) => clock.mark().upMs - takenUpMs >= ms

  return {
    isDue: (minutes) => isOlderThan(minutes * MINUTE_MS * DUE_SHARE),
    isStale: (minutes) => isOlderThan(minutes * MINUTE_MS * STALE_SHARE),
    took({ sample, isKept }) {
      last = sample
      takenUpMs = clock.mark().upMs
      if (isKept) return
      unkept.push(sample)
      if (unkept.length > MOST_IN_MEMORY) unkept.shift()
    },
    retry() {
      try {
        for (let next = unkept[0]; next; next = unkept[0]) {
          sampleLog.append(next)
          unkept.shift()
        }
      } catch (error) {
        if (!isNoRoom(error)) throw error
        log.error('no room on the disk for connectivity samples; they are kept in memory', {
          samples: unkept.length,
          code: (error as NodeJS.ErrnoException).code,
        })
      }
    },
    last: () => last,
  }
}
