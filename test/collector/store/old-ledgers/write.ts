/** Writes the ledgers of each earlier migration that have no fixture yet: run once after a migration was added, `node test/collector/store/old-ledgers/write.ts`. */
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { contentHash } from '#collector/freezing/content-hash.ts'
import { openDatabase } from '#collector/store/database.ts'
import { kyselyOver, openSqliteWriter, sqliteDialect } from '#collector/store/dialect/sqlite.ts'
import { SqlitePool } from '#collector/store/dialect/sqlite-pool.ts'
import { MIGRATION_NAMES, migrate } from '#collector/store/migrations/index.ts'
import { rowsOf } from './rows.ts'

const OLD_LEDGERS = fileURLToPath(new URL('../../../fixtures/ledgers/', import.meta.url))

async function writeLedger(name: string): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'somay-old-'))
  try {
    const path = join(folder, 'ledger.db')
    await inside(path, async (run) => {
      await run.migrateTo(name)
      for (const step of MIGRATION_NAMES.slice(0, MIGRATION_NAMES.indexOf(name) + 1))
        for (const row of rowsOf(name)[step] ?? []) await run.row(row)
    })
    if (name >= '0006') {
      // Sealed by what the product of today reads in it: a later column must not change what was hashed.
      const hash = await hashLater(path, join(folder, 'later'))
      await inside(path, (run) => run.row(`update frozen_report set hash = '${hash}'`))
    }
    return gzipSync(readFileSync(path), { level: 9 })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

type Run = { migrateTo(name: string): Promise<void>; row(statement: string): Promise<void> }

async function inside(path: string, work: (run: Run) => Promise<void>): Promise<void> {
  const db = kyselyOver(new SqlitePool([await openSqliteWriter(path)]))
  try {
    await work({
      migrateTo: (name) => migrate(db, sqliteDialect, name),
      row: async (statement) => void (await sql.raw(statement).execute(db)),
    })
  } finally {
    await db.destroy()
  }
}

async function hashLater(path: string, folder: string): Promise<string> {
  mkdirSync(folder)
  copyFileSync(path, join(folder, 'ledger.db'))
  const database = await openDatabase(folder)
  try {
    return await contentHash(database, 1)
  } finally {
    await database.close()
  }
}

for (const name of MIGRATION_NAMES) {
  const file = join(OLD_LEDGERS, `${name}.db.gz`)
  // A ledger that was written stays as it was, whatever the product became.
  if (!existsSync(file)) writeFileSync(file, await writeLedger(name))
}
