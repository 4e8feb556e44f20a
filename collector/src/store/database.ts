/** Opens the ledger's database by its address and brings its tables up to date before anyone uses it. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Database } from './dialect/dialect.ts'
import { claimFolder } from './dialect/folder-claim.ts'
import { openPostgres, postgresDialect } from './dialect/postgres.ts'
import { kyselyOver, openSqliteReaders, sqliteDialect } from './dialect/sqlite.ts'
import { enrolPcs } from './enrolments.ts'
import { migrate } from './migrations/index.ts'
import { writeReports } from './reports/write-reports.ts'
import { RemoteWriter } from './writer/remote.ts'

export type { Database } from './dialect/dialect.ts'

/** `address` is postgres://... or, when empty, the file ledger.db of the data folder, which nobody can replace until it is closed. */
export function openDatabase(dataFolder: string, address = ''): Promise<Database> {
  return address.startsWith('postgres') ? postgresLedger(address) : claimedLedger(dataFolder)
}

async function claimedLedger(dataFolder: string): Promise<Database> {
  const claim = await claimFolder(dataFolder, 'beside')
  try {
    const ledger = await sqliteLedger(dataFolder)
    return { ...ledger, close: () => ledger.close().finally(() => claim.release()) }
  } catch (error) {
    await claim.release()
    throw error
  }
}

/** For whoever holds the claim on the folder already. */
export async function sqliteLedger(dataFolder: string): Promise<Database> {
  mkdirSync(dataFolder, { recursive: true })
  const path = join(dataFolder, 'ledger.db')
  const writer = await RemoteWriter.start(path)
  const writing = kyselyOver(writer)
  const read = await openSqliteReaders(path)
  return {
    dialect: sqliteDialect,
    read,
    write: (work) => writing.transaction().execute(work),
    writeReports: (batch) => writer.reports(batch),
    enrolPcs: (batch) => writer.enrolments(batch),
    broken: writer.broken,
    async close() {
      await read.destroy()
      await writer.destroy()
    },
  }
}

async function postgresLedger(address: string): Promise<Database> {
  const db = await openPostgres(address)
  await migrate(db, postgresDialect)
  return {
    dialect: postgresDialect,
    read: db,
    write: (work) => db.transaction().execute(work),
    writeReports: (batch) =>
      db.transaction().execute(async (transaction) => {
        const ids = sql`select unnest(${batch.map((report) => report.pcId)}::bigint[])`
        await postgresDialect.holdPcs(transaction, ids)
        return writeReports(transaction, postgresDialect, batch)
      }),
    enrolPcs: (batch) => db.transaction().execute((transaction) => enrolPcs(transaction, postgresDialect, batch)),
    // Connections are made anew.
    broken: new Promise(() => {}),
    close: () => db.destroy(),
  }
}
