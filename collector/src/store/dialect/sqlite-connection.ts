/** One sqlite3 handle with its prepared statements, as a Kysely connection; used by one caller at a time. */
import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely'
import sqlite3 from 'sqlite3'

// Statements are few (the product's own SQL), but filters make variants: the oldest is let go beyond this.
const STATEMENTS_KEPT = 300

export class SqliteConnection implements DatabaseConnection {
  readonly #handle: sqlite3.Database
  readonly #statements = new Map<string, sqlite3.Statement>()

  constructor(handle: sqlite3.Database) {
    this.#handle = handle
  }

  static open(path: string, mode: number, pragmas: readonly string[]): Promise<SqliteConnection> {
    return new Promise((resolve, reject) => {
      const handle = new sqlite3.Database(path, mode, (error) => {
        if (error) return reject(error)
        handle.configure('busyTimeout', 10_000)
        handle.exec(pragmas.join(';'), (failed) => (failed ? reject(failed) : resolve(new SqliteConnection(handle))))
      })
    })
  }

  executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    return this.rows<R>(query.sql, query.parameters).then((rows) => ({ rows }))
  }

  // sqlite3 has no way to hold rows back while a slow reader catches up; exports page by key instead.
  // biome-ignore lint/correctness/useYield: the interface asks for a generator, and this one only refuses.
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('streaming is not offered on SQLite; read by keyset pages')
  }

  async rows<R>(sql: string, parameters: readonly unknown[]): Promise<R[]> {
    const statement = await this.#statement(sql)
    return new Promise((resolve, reject) => {
      statement.all<R>(parameters, (error, rows) => (error ? reject(error) : resolve(rows)))
    })
  }

  exec(sql: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#handle.exec(sql, (error) => (error ? reject(error) : resolve()))
    })
  }

  async close(): Promise<void> {
    for (const statement of this.#statements.values()) {
      await new Promise<void>((resolve) => {
        statement.finalize(() => resolve())
      })
    }
    await new Promise<void>((resolve, reject) => {
      this.#handle.close((error) => (error ? reject(error) : resolve()))
    })
  }

  #statement(sql: string): Promise<sqlite3.Statement> {
    const kept = this.#statements.get(sql)
    if (kept) return Promise.resolve(kept)
    return new Promise((resolve, reject) => {
      const statement = this.#handle.prepare(sql, (error: Error | null) => {
        if (error) return reject(error)
        this.#keep(sql, statement)
        resolve(statement)
      })
    })
  }

  #keep(sql: string, statement: sqlite3.Statement): void {
    if (this.#statements.size >= STATEMENTS_KEPT) {
      const [oldest] = this.#statements
      if (oldest) {
        this.#statements.delete(oldest[0])
        oldest[1].finalize()
      }
    }
    this.#statements.set(sql, statement)
  }
}
