/** What waits in the outbox, for commands that only look: nothing is cleaned up, set aside or written. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Report, Sample } from '@somay/shared/report.ts'
import type { Clocks } from '../platform/boot-clock.ts'
import { OUTBOX_FOLDER } from './count-waiting.ts'
import { asSent, keptIn } from './kept-report.ts'
import { openSampleLog, withoutMark } from './sample-log.ts'

/** Oldest first. A report that is acknowledged or dropped in this very moment is simply not there any more. */
export function lookAtWaiting(stateFolder: string, clocks: Clocks): Report[] {
  const folder = join(stateFolder, OUTBOX_FOLDER)
  return namesIn(folder).flatMap((name) => {
    try {
      const kept = keptIn(readFileSync(join(folder, name), 'utf8'), clocks)
      return kept ? [asSent(kept.report)] : []
    } catch {
      return []
    }
  })
}

/** Every sample not acknowledged yet: those in waiting reports and those in none. */
export function lookAtSamples(stateFolder: string, waiting: readonly Report[], clocks: Clocks): Sample[] {
  const found = new Map<string, Sample>()
  for (const sample of [...waiting.flatMap(({ samples }) => samples), ...openSampleLog(stateFolder, clocks).read().map(withoutMark)])
    found.set(sample.at, sample)
  return [...found.values()].toSorted((a, b) => (a.at < b.at ? -1 : 1))
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
