/** SQLite through the package sqlite3: one writer handle, several read-only ones, WAL, every commit on disk. */
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Driver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler, sql } from 'kysely'
import sqlite3 from 'sqlite3'
import type { Tables } from '../tables.ts'
import { countNumbers } from './count-numbers.ts'
import type { Dialect, JsonColumn } from './dialect.ts'
import { SqliteConnection } from './sqlite-connection.ts'
import { damageIn } from './sqlite-copy.ts'
import { SqlitePool } from './sqlite-pool.ts'

const READERS = 3

const ELEMENT: Record<JsonColumn, (index: number) => string> = {
  int: (index) => `value->>${index}`,
  real: (index) => `value->>${index}`,
  text: (index) => `value->>${index}`,
  json: (index) => `value->>${index}`,
  hex: (index) => `unhex(value->>${index})`,
}

// SQLITE_FULL, READONLY, IOERR, CANTOPEN, CORRUPT and NOTADB: the place is at fault, not the statement.
const STORAGE_FAILURES = new Set([
  'SQLITE_FULL',
  'SQLITE_READONLY',
  'SQLITE_IOERR',
  'SQLITE_CANTOPEN',
  'SQLITE_CORRUPT',
  'SQLITE_NOTADB',
  'SQLITE_BUSY',
])

export const sqliteDialect: Dialect = {
  name: 'sqlite',
  types: { rowId: 'integer primary key', int: 'integer', real: 'real', text: 'text', bytes: 'blob', keyOrdered: 'without rowid' },
  rows(alias, columns, json) {
    const list = Object.entries(columns).map(([name, kind], index) => `${ELEMENT[kind](index)} as ${name}`)
    return sql`(select ${sql.raw(list.join(', '))} from json_each(${json})) as ${sql.raw(alias)}`
  },
  jsonArray(values) {
    return sql<string>`json_array(${sql.join(values)})`
  },
  jsonText(column, key) {
    return sql<string | null>`(${column}->>${sql.lit(key)})`
  },
  slice(pack, offset, length) {
    return sql<Buffer>`substr(${pack}, ${offset} + 1, ${length})`
  },
  // Grouping sorts every row, which takes longer than working them out: handed over as one text they are counted in a third of that.
  async tally(db, value, from) {
    const { rows } = await sql<{ all: string | null }>`select group_concat(${value}) as "all" from ${from}`.execute(db)
    return countNumbers(rows[0]?.all ?? '')
  },
  contains(column, needle) {
    return sql<boolean>`instr(${column}, ${needle}) > 0`
  },
  refusal(table, deed, when) {
    return [`create trigger ${table}_no_${deed} before ${deed} on ${table} when ${when} begin select raise(abort, '${table}: sealed'); end`]
  },
  afterwards(name, table, columns, deed) {
    const when = columns === 'insert' ? 'insert' : `update of ${columns.join(', ')}`
    return [`create trigger ${name} after ${when} on ${table} begin ${deed}; end`]
  },
  // Whoever writes here writes alone.
  async holdPcs() {},
  async alone() {},
  async beside() {},
  damage(db) {
    return damageIn({ rows: async <R>(text: string) => (await sql.raw<R>(text).execute(db)).rows })
  },
  async guards(db) {
    const { rows } = await sql<{ name: string }>`select name from sqlite_schema where type = 'trigger'`.execute(db)
    return rows.map(({ name }) => name)
  },
  isStorageFailure(error) {
    return error instanceof Error && 'code' in error && STORAGE_FAILURES.has(String(error.code))
  },
}

export function kyselyOver(driver: Driver): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: {
      createDriver: () => driver,
      createAdapter: () => new SqliteAdapter(),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  })
}

/** Opens or creates the file for writing; a second writer of the same file waits its turn. */
export function openSqliteWriter(path: string): Promise<SqliteConnection> {
  mkdirSync(dirname(path), { recursive: true })
  return SqliteConnection.open(path, sqlite3.OPEN_READWRITE | sqlite3.OPEN_CREATE, [
    'pragma journal_mode = wal',
    // FULL: the log is flushed at every commit, so what was acknowledged survives a power cut.
    'pragma synchronous = full',
    'pragma foreign_keys = on',
    'pragma cache_size = -65536',
    'pragma temp_store = memory',
    // 16,000 pages (64 MB) of log between checkpoints: fewer flushes of the main file under load.
    'pragma wal_autocheckpoint = 16000',
  ])
}

/** Read-only handles on an existing file; each serves one query at a time, all of them at once. */
export async function openSqliteReaders(path: string): Promise<Kysely<Tables>> {
  const readers: SqliteConnection[] = []
  for (let index = 0; index < READERS; index++) {
    readers.push(
      await SqliteConnection.open(path, sqlite3.OPEN_READONLY, [
        'pragma query_only = on',
        'pragma cache_size = -32768',
        'pragma temp_store = memory',
        'pragma mmap_size = 1073741824',
      ]),
    )
  }
  const reading = kyselyOver(new SqlitePool(readers))
  // Kysely closes only what was used once; a handle left open would keep the log from being brought into the file.
  await sql`select 1`.execute(reading)
  return reading
}
