/** The writing thread as seen from the thread that answers requests: a Kysely driver for small writes, one call for reports. */
import { Worker } from 'node:worker_threads'
import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from 'kysely'
import type { NewEnrolment } from '../enrolments.ts'
import type { IncomingReport, Outcome } from '../reports/incoming.ts'
import type { WriterAnswer, WriterData, WriterRequest } from './messages.ts'

type Pending = { resolve(value: unknown): void; reject(error: Error): void }
type Question = WriterRequest extends infer R ? (R extends WriterRequest ? Omit<R, 'call'> : never) : never

// The bundle holds the thread as a file beside the collector's own.
const THREAD = import.meta.url.endsWith('.ts') ? './thread.ts' : './writer-thread.mjs'

export class RemoteWriter implements Driver {
  readonly #worker: Worker
  readonly #pending = new Map<number, Pending>()
  #calls = 0
  #ended: Error | undefined
  #closing = false
  /** Resolves when the thread ended though nobody asked it to. */
  readonly broken: Promise<Error>
  #break: (error: Error) => void
  // One caller at a time holds the connection; the others wait here and not in the thread, so that order is kept.
  #turn: Promise<void> = Promise.resolve()
  #release: (() => void) | undefined

  private constructor(worker: Worker) {
    this.#worker = worker
    const broken = Promise.withResolvers<Error>()
    this.broken = broken.promise
    this.#break = broken.resolve
    worker.on('message', (answer: WriterAnswer) => this.#settle(answer))
    worker.on('error', (error) => this.#fail(error))
    worker.on('exit', () => this.#fail(new Error('the writing thread has ended')))
  }

  /** Resolves when the file is open and migrated. */
  static start(path: string): Promise<RemoteWriter> {
    const worker = new Worker(new URL(THREAD, import.meta.url), { workerData: { path } satisfies WriterData })
    return new Promise((resolve, reject) => {
      worker.once('error', reject)
      worker.once('message', () => {
        worker.off('error', reject)
        resolve(new RemoteWriter(worker))
      })
    })
  }

  reports(batch: readonly IncomingReport[]): Promise<(Outcome | undefined)[]> {
    return this.#ask({ kind: 'reports', batch }) as Promise<(Outcome | undefined)[]>
  }

  enrolments(batch: readonly NewEnrolment[]): Promise<(number | undefined)[]> {
    return this.#ask({ kind: 'enrolments', batch }) as Promise<(number | undefined)[]>
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#turn
    let release = (): void => {}
    this.#turn = new Promise((resolve) => {
      release = resolve
    })
    await before
    this.#release = release
    await this.#ask({ kind: 'acquire' })
    return {
      executeQuery: (query) => this.#query(query),
      streamQuery: () => {
        throw new Error('streaming is not offered on SQLite; read by keyset pages')
      },
    }
  }

  async releaseConnection(): Promise<void> {
    const release = this.#release
    await this.#ask({ kind: 'release' })
    release?.()
  }

  async beginTransaction(): Promise<void> {
    await this.#ask({ kind: 'rows', sql: 'begin immediate', parameters: [] })
  }

  async commitTransaction(): Promise<void> {
    await this.#ask({ kind: 'rows', sql: 'commit', parameters: [] })
  }

  async rollbackTransaction(): Promise<void> {
    // After some failures (full disk) SQLite has already rolled back and says there is no transaction.
    await this.#ask({ kind: 'rows', sql: 'rollback', parameters: [] }).catch(() => {})
  }

  async destroy(): Promise<void> {
    this.#closing = true
    await this.#ask({ kind: 'close' })
    await this.#worker.terminate()
  }

  async #query<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    return { rows: (await this.#ask({ kind: 'rows', sql: query.sql, parameters: query.parameters })) as R[] }
  }

  #ask(question: Question): Promise<unknown> {
    if (this.#ended) return Promise.reject(this.#ended)
    const call = ++this.#calls
    return new Promise((resolve, reject) => {
      this.#pending.set(call, { resolve, reject })
      this.#worker.postMessage({ ...question, call })
    })
  }

  #settle(answer: WriterAnswer): void {
    const pending = this.#pending.get(answer.call)
    this.#pending.delete(answer.call)
    if (!pending) return
    if (!('failed' in answer)) {
      pending.resolve(answer.value)
      return
    }
    const { message, code, stack } = answer.failed
    pending.reject(Object.assign(new Error(message), code === undefined ? {} : { code }, stack === undefined ? {} : { stack }))
  }

  #fail(error: Error): void {
    // Under this code callers are told that the store cannot be written, and to come again.
    this.#ended ??= Object.assign(new Error(error.message), { code: 'SQLITE_IOERR', cause: error })
    if (!this.#closing) this.#break(this.#ended)
    for (const pending of this.#pending.values()) pending.reject(this.#ended)
    this.#pending.clear()
  }
}
