/** Connectivity samples not yet in any report: one line each, appended and synced. Loaded in the resident process: no schema library here. */
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Sample } from '@somay/shared/report.ts'
import { makePrivateFolder, PRIVATE_FILE_MODE, writeFileAtomically } from '../platform/atomic-file.ts'
import { type Clocks, correctionMs, type Mark, movedBy } from '../platform/boot-clock.ts'

export const SAMPLE_LOG = 'samples.jsonl'

/** A sample and when it was taken by the clock nobody sets. */
export type LoggedSample = Sample & { readonly mark?: Mark | undefined }

export type SampleLog = {
  append(sample: LoggedSample): void
  /** Samples taken before the PC's clock was put right are re-dated. */
  read(): LoggedSample[]
  replace(samples: readonly LoggedSample[]): Promise<void>
}

export function openSampleLog(stateFolder: string, { now, clock }: Clocks): SampleLog {
  const path = join(stateFolder, SAMPLE_LOG)
  return {
    append(sample) {
      makePrivateFolder(stateFolder)
      appendAndSync(path, sample)
    },
    read: () => parseSamples(readOrEmpty(path)).map((sample) => redated(sample, { now, clock })),
    replace: (samples) => writeFileAtomically(path, samples.map(line).join('')),
  }
}

// The line break comes first: it ends a line that a crash or a full disk cut off.
function line(sample: LoggedSample): string {
  return `\n${JSON.stringify(sample)}`
}

function appendAndSync(path: string, sample: LoggedSample): void {
  const file = openSync(path, 'a', PRIVATE_FILE_MODE)
  try {
    const bytes = Buffer.from(line(sample))
    // A disk that fills up takes a part first, and says that it is full only when asked to take the rest.
    for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written)
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
export function parseSamples(text: string): LoggedSample[] {
  return text.split('\n').flatMap((one) => {
    try {
      const sample = JSON.parse(one) as Partial<LoggedSample>
      return typeof sample.at === 'string' && sample.state !== undefined ? [sample as LoggedSample] : []
    } catch {
      return []
    }
  })
}

/** Put right by its own mark: one of an earlier start of the PC keeps its date, whatever this start's clock did. */
export function redated(sample: LoggedSample, { now, clock }: Clocks): LoggedSample {
  return { ...sample, at: movedBy(sample.at, correctionMs(Date.parse(sample.at), sample.mark, clock, now())) }
}

/** As it travels. */
export function withoutMark({ mark: _mark, ...sample }: LoggedSample): Sample {
  return sample
}
