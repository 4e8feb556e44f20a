/** What the resident process remembers of samples. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { LoggedSample } from '#agent/outbox/sample-log.ts'
import { createSamples } from '#agent/resident/samples.ts'
import { quarters } from '../samples.ts'

const MINUTE_MS = 60_000

function samplesOver(clock = { upMs: 0 }) {
  const written: LoggedSample[] = []
  const lines: string[] = []
  const disk = { isFull: false }
  const append = (sample: LoggedSample) => {
    if (disk.isFull) throw Object.assign(new Error('full'), { code: 'ENOSPC' })
    written.push(sample)
  }
  const note = (line: string) => void lines.push(line)
  const log = { error: note, warn: note, info: note, debug: note }
  const samples = createSamples({ append, read: () => [], replace: async () => {} }, { mark: () => ({ boot: 'b', upMs: clock.upMs }) }, log)
  return { samples, written, lines, disk }
}

test('samples outlive a full disk in memory, and land in order when there is room', () => {
  const { samples, written, lines, disk } = samplesOver()
  disk.isFull = true
  const taken = quarters(3)
  for (const sample of taken) samples.took({ sample, isKept: false })
  samples.retry()
  assert.deepEqual([written.length, lines.length], [0, 1])
  disk.isFull = false
  samples.retry()
  samples.retry()
  assert.deepEqual(written, taken)
})

test('a disk full for days costs no more memory than a day of samples', () => {
  const { samples, written } = samplesOver()
  const taken = quarters(300)
  for (const sample of taken) samples.took({ sample, isKept: false })
  samples.retry()
  assert.deepEqual(written, taken.slice(-96))
})

test('what a child has kept is not written again', () => {
  const { samples, written } = samplesOver()
  const [sample] = quarters(1) as [LoggedSample]
  samples.took({ sample, isKept: true })
  samples.retry()
  assert.deepEqual([written, samples.last()], [[], sample])
})

test('one sample an interval is enough, whether the schedule or a contact took it', () => {
  const clock = { upMs: 0 }
  const { samples } = samplesOver(clock)
  assert.deepEqual([samples.isDue(15), samples.isStale(15)], [true, true], 'none was taken yet')
  samples.took({ sample: quarters(1)[0] as LoggedSample, isKept: true })
  const after = (minutes: number) => {
    clock.upMs = minutes * MINUTE_MS
    return { due: samples.isDue(15), stale: samples.isStale(15) }
  }
  assert.deepEqual(after(1), { due: false, stale: false }, 'a contact right after a sample')
  assert.deepEqual(after(9), { due: false, stale: true }, 'a contact in the middle carries a new one, a tick takes none')
  assert.deepEqual(after(14), { due: true, stale: true }, 'a tick that came a minute early still counts')
})
