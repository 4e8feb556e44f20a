/** The rows of a table one after another, over chunks and sheets. */
import type { Table, TableRow } from './table.ts'

export class RowCursor {
  readonly #chunks: AsyncIterator<readonly TableRow[]>
  #chunk: readonly TableRow[] = []
  #place = 0
  taken = 0

  constructor({ rows }: Table) {
    this.#chunks = rows[Symbol.asyncIterator]()
  }

  /** Whether another comes; waits for its chunk. */
  async more(): Promise<boolean> {
    while (this.#place === this.#chunk.length) {
      const next = await this.#chunks.next()
      if (next.done) return false
      this.#chunk = next.value
      this.#place = 0
    }
    return true
  }

  /** The next row of those that are there; undefined where `more` must be asked. */
  take(): TableRow | undefined {
    const row = this.#chunk[this.#place]
    if (row === undefined) return undefined
    this.#place++
    this.taken++
    return row
  }
}
