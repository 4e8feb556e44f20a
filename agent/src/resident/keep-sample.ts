/** Keeps a sample on disk, and on a full disk in memory until there is room again. Loaded in the resident process. */
import type { Log } from '../log.ts'
import type { LoggedSample, SampleLog } from '../outbox/sample-log.ts'
import { isNoRoom } from '../platform/atomic-file.ts'

// A day of quarter hours.
const MOST_IN_MEMORY = 96

export function sampleKeeper(samples: SampleLog, log: Log): (sample: LoggedSample) => void {
  const waiting: LoggedSample[] = []
  return (sample) => {
    waiting.push(sample)
    try {
      for (let next = waiting[0]; next; next = waiting[0]) {
        samples.append(next)
        waiting.shift()
      }
    } catch (error) {
      if (!isNoRoom(error)) throw error
      if (waiting.length > MOST_IN_MEMORY) waiting.shift()
      log.error('no room on the disk for a connectivity sample; it is kept in memory', { code: (error as NodeJS.ErrnoException).code })
    }
  }
}
