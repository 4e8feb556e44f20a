/** A Kysely driver over a fixed set of sqlite3 handles, handed out one caller each, the others waiting in order. */
import type { DatabaseConnection, Driver } from 'kysely'
import type { SqliteConnection } from './sqlite-connection.ts'

type Waiting = (connection: SqliteConnection) => void

export class SqlitePool implements Driver {
  readonly #all: readonly SqliteConnection[]
  readonly #free: SqliteConnection[]
  readonly #waiting: Waiting[] = []

  constructor(connections: readonly SqliteConnection[]) {
    this.#all = connections
    this.#free = [...connections]
  }

  async init(): Promise<void> {}

  acquireConnection(): Promise<DatabaseConnection> {
    const free = this.#free.pop()
    if (free) return Promise.resolve(free)
    return new Promise((resolve) => {
      this.#waiting.push(resolve)
    })
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    const next = this.#waiting.shift()
    if (next) next(connection as SqliteConnection)
    else this.#free.push(connection as SqliteConnection)
  }

  // IMMEDIATE takes the write lock at once: a transaction never fails half-way because another process wrote first.
  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await (connection as SqliteConnection).rows('begin immediate', [])
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await (connection as SqliteConnection).rows('commit', [])
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // After some failures (full disk) SQLite has already rolled back and says there is no transaction.
    await (connection as SqliteConnection).rows('rollback', []).catch(() => {})
  }

  async destroy(): Promise<void> {
    for (const connection of this.#all) await connection.close()
  }
}
