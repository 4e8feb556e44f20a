/**
 * The writing thread: owns the one writing connection and runs whole transactions of reports on it. On the thread that parses
 * bodies every statement would wait for the event loop (measured: ten statements of a batch took 11 ms instead of 3).
 */
import { parentPort, workerData } from 'node:worker_threads'
import { kyselyOver, openSqliteWriter, sqliteDialect } from '../dialect/sqlite.ts'
import type { SqliteConnection } from '../dialect/sqlite-connection.ts'
import { SqlitePool } from '../dialect/sqlite-pool.ts'
import { enrolPcs } from '../enrolments.ts'
import { migrate } from '../migrations/index.ts'
import { writeReports } from '../reports/write-reports.ts'
import type { WriterAnswer, WriterData, WriterRequest } from './messages.ts'

const port = parentPort
if (!port) throw new Error('collector/src/store/writer/thread.ts runs as a worker thread only')

const pool = new SqlitePool([await openSqliteWriter((workerData as WriterData).path)])
const db = kyselyOver(pool)
await migrate(db, sqliteDialect)

let held: SqliteConnection | undefined

async function perform(request: WriterRequest): Promise<unknown> {
  switch (request.kind) {
    case 'reports':
      return db.transaction().execute((transaction) => writeReports(transaction, sqliteDialect, request.batch))
    case 'enrolments':
      return db.transaction().execute((transaction) => enrolPcs(transaction, sqliteDialect, request.batch))
    case 'acquire':
      held = (await pool.acquireConnection()) as SqliteConnection
      return undefined
    case 'rows':
      if (!held) throw new Error('rows were asked for without the connection')
      return held.rows(request.sql, request.parameters)
    case 'release': {
      const connection = held
      held = undefined
      if (connection) await pool.releaseConnection(connection)
      return undefined
    }
    case 'close':
      await db.destroy()
      return undefined
  }
}

function failure(error: unknown): { message: string; code: string | undefined; stack: string | undefined } {
  if (!(error instanceof Error)) return { message: String(error), code: undefined, stack: undefined }
  return { message: error.message, code: 'code' in error ? String(error.code) : undefined, stack: error.stack }
}

port.on('message', (request: WriterRequest) => {
  perform(request).then(
    (value) => port.postMessage({ call: request.call, value } satisfies WriterAnswer),
    (error: unknown) => port.postMessage({ call: request.call, failed: failure(error) } satisfies WriterAnswer),
  )
})

port.postMessage('ready')
