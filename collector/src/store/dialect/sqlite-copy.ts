/** A ledger file as a whole: copied as it is at one moment while others write to it, and looked at whether it is sound. */
import sqlite3 from 'sqlite3'
import { SqliteConnection } from './sqlite-connection.ts'

/** Writes go on meanwhile; `to` must not exist. */
export async function copySqlite(from: string, to: string): Promise<void> {
  const reader = await SqliteConnection.open(from, sqlite3.OPEN_READONLY, ['pragma temp_store = memory'])
  try {
    await reader.rows('vacuum into ?', [to])
  } finally {
    await reader.close()
  }
}

export type FileFound = {
  /** What SQLite says is damaged, a line each; none when the file is sound. */
  readonly damage: readonly string[]
  readonly migrations: readonly string[]
  readonly pcs: number
  readonly reports: number
}

/** Reads every page. Throws when it is no SQLite file at all. */
export async function lookInto(path: string): Promise<FileFound> {
  const reader = await SqliteConnection.open(path, sqlite3.OPEN_READONLY, [])
  try {
    const damage = await damageIn(reader)
    if (damage.length > 0) return { damage, migrations: [], pcs: 0, reports: 0 }
    const tables = (await reader.rows<{ name: string }>("select name from sqlite_schema where type = 'table'", [])).map(({ name }) => name)
    if (!tables.includes('kysely_migration') || !tables.includes('pc') || !tables.includes('pc_contact'))
      return { damage: ['this is no ledger'], migrations: [], pcs: 0, reports: 0 }
    const migrations = (await reader.rows<{ name: string }>('select name from kysely_migration order by name', [])).map(({ name }) => name)
    const [pcs] = await reader.rows<{ n: number }>('select count(*) as n from pc', [])
    const [reports] = await reader.rows<{ n: number }>('select coalesce(sum(report_count), 0) as n from pc_contact', [])
    return { damage, migrations, pcs: pcs?.n ?? 0, reports: reports?.n ?? 0 }
  } finally {
    await reader.close()
  }
}

type Rows = { rows<R>(sql: string, parameters: readonly unknown[]): Promise<R[]> }

const MOST_LINES = 20

/** What SQLite itself says is damaged, and rows that name others which are not there. */
export async function damageIn(reader: Rows): Promise<string[]> {
  const pages = await reader.rows<{ integrity_check: string }>(`pragma integrity_check(${MOST_LINES})`, [])
  const lines = pages.map((row) => row.integrity_check).filter((line) => line !== 'ok')
  if (lines.length > 0) return lines
  const orphans = await reader.rows<{ table: string; parent: string; n: number }>(
    'select "table", parent, count(*) as n from pragma_foreign_key_check group by 1, 2',
    [],
  )
  return orphans.map(({ table, parent, n }) => `${n} x ${table} -> ${parent}`)
}

/** Brings what stands in the log beside a file that nobody uses into the file itself. */
export async function settleSqlite(path: string): Promise<void> {
  const writer = await SqliteConnection.open(path, sqlite3.OPEN_READWRITE, [])
  try {
    await writer.rows('pragma wal_checkpoint(truncate)', [])
  } finally {
    await writer.close()
  }
}
