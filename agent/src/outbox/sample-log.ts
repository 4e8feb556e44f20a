/** Connectivity samples not yet in any report: one line each, appended and synced. Loaded in the resident process: no schema library here. */
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Sample } from '@somay/shared/report.ts'
import { makePrivateFolder, PRIVATE_FILE_MODE, writeFileAtomically } from '../platform/atomic-file.ts'

export const SAMPLE_LOG = 'samples.jsonl'

export type SampleLog = {
  append(sample: Sample): void
  read(): Sample[]
  replace(samples: readonly Sample[]): Promise<void>
}

export function openSampleLog(stateFolder: string): SampleLog {
  const path = join(stateFolder, SAMPLE_LOG)
  return {
    append(sample) {
      makePrivateFolder(stateFolder)
      appendAndSync(path, sample)
    },
    read: () => parseSamples(readOrEmpty(path)),
    replace: (samples) => writeFileAtomically(path, samples.map(line).join('')),
  }
}

// The line break comes first: it ends a line that a crash or a full disk cut off.
function line(sample: Sample): string {
  return `\n${JSON.stringify(sample)}`
}

function appendAndSync(path: string, sample: Sample): void {
  const file = openSync(path, 'a', PRIVATE_FILE_MODE)
  try {
    writeSync(file, line(sample))
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ''
    throw error
  }
}

/** A line cut off in the middle is left out; the others stand. */
export function parseSamples(text: string): Sample[] {
  return text.split('\n').flatMap((one) => {
    try {
      const sample = JSON.parse(one) as Partial<Sample>
      return typeof sample.at === 'string' && sample.state !== undefined ? [sample as Sample] : []
    } catch {
      return []
    }
  })
}
