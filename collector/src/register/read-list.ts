/** A list as the rest of the collector reads it: in a thread of its own with limits of time and memory, one list at a time, so that nothing else waits for it. */
import { Worker } from 'node:worker_threads'
import { ListRefused } from './list-refused.ts'
import type { ListRow } from './list-rows.ts'
import type { ReadingAnswer, ReadingData } from './reading-thread.ts'

export const MAX_LIST_BYTES = 20 * 1024 * 1024

/** A list of 100,000 rows takes a tenth of it on a slow server. */
const LIMIT_MS = 60_000
const MEMORY = { maxOldGenerationSizeMb: 1536, maxYoungGenerationSizeMb: 64 }
/** Of those who wait each may have to wait for all before. */
const MOST_WAITING = 4

// The bundle holds the thread as a file beside the collector's own.
const THREAD = import.meta.url.endsWith('.ts') ? './reading-thread.ts' : './list-thread.mjs'

export type List = { readonly sheets: readonly string[]; readonly rows: AsyncIterable<ListRow> }
export type ReadingOptions = { /** Counted from 0. */ readonly sheet?: number | undefined; readonly limitMs?: number }

let last: Promise<unknown> = Promise.resolve()
let waiting = 0

/** Whatever becomes of `use`, the thread is gone afterwards. */
export async function withList<T>(file: Buffer, options: ReadingOptions, use: (list: List) => Promise<T>): Promise<T> {
  if (waiting > MOST_WAITING) throw new ListRefused('busy')
  waiting++
  const turn = last.then(() => readInTurn(file, options, use))
  last = turn.catch(() => {}).finally(() => waiting--)
  return turn
}

async function readInTurn<T>(file: Buffer, { sheet = 0, limitMs = LIMIT_MS }: ReadingOptions, use: (list: List) => Promise<T>): Promise<T> {
  const worker = new Worker(new URL(THREAD, import.meta.url), {
    workerData: { file, sheet } satisfies ReadingData,
    resourceLimits: MEMORY,
  })
  const answers = new Answers(worker)
  const limit = setTimeout(() => answers.fail(new ListRefused('too-slow')), limitMs)
  try {
    const first = await answers.next()
    return await use({ sheets: first.kind === 'opened' ? first.sheets : [], rows: rowsOf(worker, answers) })
  } finally {
    clearTimeout(limit)
    await worker.terminate()
  }
}

async function* rowsOf(worker: Worker, answers: Answers): AsyncGenerator<ListRow> {
  worker.postMessage('more')
  for (;;) {
    const answer = await answers.next()
    if (answer.kind === 'end') return
    if (answer.kind !== 'rows') continue
    // The next piece is made while this one is worked through.
    worker.postMessage('more')
    yield* answer.rows
  }
}

class Answers {
  readonly #come: ReadingAnswer[] = []
  #failed: Error | undefined
  #wake: (() => void) | undefined

  constructor(worker: Worker) {
    worker.on('message', (answer: ReadingAnswer) => {
      this.#come.push(answer)
      this.#wake?.()
    })
    // Out of its memory: it was more than a list.
    worker.on('error', (error) => this.fail(new ListRefused('too-large', error)))
    worker.on('exit', () => this.fail(new ListRefused('not-a-list')))
  }

  /** The first reason stays; what came before it is still given. */
  fail(error: Error): void {
    this.#failed ??= error
    this.#wake?.()
  }

  async next(): Promise<ReadingAnswer> {
    for (;;) {
      const answer = this.#come.shift()
      if (answer?.kind === 'failed') throw answer.fault === undefined ? new Error(answer.message) : new ListRefused(answer.fault)
      if (answer) return answer
      if (this.#failed) throw this.#failed
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
  }
}
