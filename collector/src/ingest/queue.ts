/** Groups the reports of concurrent requests into one transaction after another; bounded, and says so when it is full. */

import { Problem } from '../platform/problem.ts'
import type { Database } from '../store/dialect/dialect.ts'
import type { IncomingReport, Outcome } from '../store/reports/incoming.ts'

export type IngestQueue = {
  /** Resolves when the report is on disk; undefined for a PC the ledger does not hold. */
  submit(report: IncomingReport): Promise<Outcome | undefined>
  waiting(): number
  /** Whether a report that came now would be refused. */
  isFull(): boolean
  /** Resolves when everything submitted is stored or refused. */
  drain(): Promise<void>
}

type Entry = {
  readonly report: IncomingReport
  readonly bytes: number
  resolve(outcome: Outcome | undefined): void
  reject(error: unknown): void
}

const MAX_BATCH = 512
const MAX_BATCH_BYTES = 8 * 1024 * 1024

export type QueueLimits = { readonly maxWaiting: number; readonly maxWaitingBytes: number; readonly retryAfterSeconds: number }

export function createIngestQueue(database: Database, limits: QueueLimits, observe: (batchSize: number) => void = () => {}): IngestQueue {
  let waiting: Entry[] = []
  let waitingBytes = 0
  let running: Promise<void> | undefined

  async function run(): Promise<void> {
    // Requests that arrived in the same turn of the event loop share the first transaction.
    await new Promise((resolve) => setImmediate(resolve))
    while (waiting.length > 0) {
      const batch = takeBatch()
      observe(batch.length)
      await store(batch)
    }
    running = undefined
  }

  // One report per PC in a batch, because each is decided against what the ledger held before the batch.
  function takeBatch(): Entry[] {
    const batch: Entry[] = []
    const left: Entry[] = []
    const pcs = new Set<number>()
    let bytes = 0
    for (const entry of waiting) {
      if (batch.length >= MAX_BATCH || (batch.length > 0 && bytes + entry.bytes > MAX_BATCH_BYTES) || pcs.has(entry.report.pcId))
        left.push(entry)
      else {
        batch.push(entry)
        pcs.add(entry.report.pcId)
        bytes += entry.bytes
      }
    }
    waiting = left
    waitingBytes -= bytes
    return batch
  }

  async function store(batch: readonly Entry[]): Promise<void> {
    try {
      const outcomes = await database.writeReports(batch.map((entry) => entry.report))
      for (const [index, entry] of batch.entries()) entry.resolve(outcomes[index])
    } catch (error) {
      if (database.dialect.isStorageFailure(error)) {
        const problem = Object.assign(new Problem('storage-unavailable', undefined, limits.retryAfterSeconds), { cause: error })
        for (const entry of batch) entry.reject(problem)
      } else if (batch.length === 1) batch[0]?.reject(error)
      // One report the database would not take must not cost its neighbours theirs.
      else for (const entry of batch) await store([entry])
    }
  }

  function isFull(more: number): boolean {
    return waiting.length >= limits.maxWaiting || waitingBytes + more > limits.maxWaitingBytes
  }

  return {
    isFull: () => isFull(CHECK_IN_BYTES),
    submit(report) {
      const bytes = sizeOf(report)
      if (isFull(bytes)) {
        return Promise.reject(new Problem('overloaded', undefined, limits.retryAfterSeconds))
      }
      return new Promise((resolve, reject) => {
        waiting.push({ report, bytes, resolve, reject })
        waitingBytes += bytes
        running ??= run()
      })
    },
    waiting: () => waiting.length,
    async drain() {
      while (running) await running
    },
  }
}

const CHECK_IN_BYTES = 500

function sizeOf(report: IncomingReport): number {
  return CHECK_IN_BYTES + report.pack.length
}
