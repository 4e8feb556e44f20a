/** A data folder of each earlier version is brought up to date: every row is still there, every law holds, and a frozen report keeps its number. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { checkLedger } from '#collector/checking/check.ts'
import { type Database, openDatabase } from '#collector/store/database.ts'
import { kyselyOver, openSqliteWriter } from '#collector/store/dialect/sqlite.ts'
import { SqlitePool } from '#collector/store/dialect/sqlite-pool.ts'
import { MIGRATION_NAMES } from '#collector/store/migrations/index.ts'
import { temporaryFolder } from '../../agent/temporary-folder.ts'

const OLD_LEDGERS = fileURLToPath(new URL('../../fixtures/ledgers/', import.meta.url))

type Rows = Readonly<Record<string, number>>

async function rowsIn(db: Database['read']): Promise<Rows> {
  const { rows } = await sql<{ name: string }>`
    select name from sqlite_schema where type = 'table' and name not like 'kysely%' and name not like 'sqlite%' order by name`.execute(db)
  const counted = rows.map(async ({ name }) => {
    const { rows: found } = await sql<{ n: number }>`select count(*) as n from ${sql.table(name)}`.execute(db)
    return [name, found[0]?.n ?? 0] as const
  })
  return Object.fromEntries(await Promise.all(counted))
}

async function rowsBefore(dataFolder: string): Promise<Rows> {
  const db = kyselyOver(new SqlitePool([await openSqliteWriter(join(dataFolder, 'ledger.db'))]))
  try {
    return await rowsIn(db)
  } finally {
    await db.destroy()
  }
}

async function unpacked(t: TestContext, name: string): Promise<string> {
  const dataFolder = temporaryFolder(t)
  writeFileSync(join(dataFolder, 'ledger.db'), gunzipSync(readFileSync(join(OLD_LEDGERS, `${name}.db.gz`))))
  return dataFolder
}

test('there is a ledger of every migration', () => {
  assert.deepEqual(
    readdirSync(OLD_LEDGERS).sort(),
    MIGRATION_NAMES.map((name) => `${name}.db.gz`),
    'run node test/collector/store/old-ledgers/write.ts, and give it rows of what the migration brought',
  )
})

for (const name of MIGRATION_NAMES) {
  test(`a ledger of ${name} loses nothing and holds every law of today`, async (t) => {
    const dataFolder = await unpacked(t, name)
    const before = await rowsBefore(dataFolder)
    const database = await openDatabase(dataFolder)
    t.after(() => database.close())
    const after = await rowsIn(database.read)
    const fewer = Object.keys(before).filter((table) => (after[table] ?? 0) < (before[table] as number))
    assert.deepEqual(fewer, [], 'tables that lost rows')
    assert.deepEqual(await checkLedger(database), [])
    const pc = await database.read.selectFrom('pc').select(['name', 'model', 'serial', 'retired_at']).orderBy('id').execute()
    assert.deepEqual(pc[0], { name: 'PC-1', model: null, serial: 'S1', retired_at: null })
    const stays = await database.read.selectFrom('pc_stay').select(['pc_id', 'unit_id']).where('until', 'is', null).execute()
    assert.deepEqual(stays, [{ pc_id: 1, unit_id: 2 }])
    const assets = await database.read.selectFrom('register_entry').select(['item_id', 'pc_id']).execute()
    assert.deepEqual(assets, name < '0008' ? [] : [{ item_id: 1, pc_id: 1 }])
  })
}

test('an asset of an old ledger that was written off is the PC it was then, or the one that went into', async (t) => {
  const dataFolder = await unpacked(t, '0020-lines-with-systems')
  const db = kyselyOver(new SqlitePool([await openSqliteWriter(join(dataFolder, 'ledger.db'))]))
  for (const statement of [
    'delete from register_match',
    "update register_entry set until_day = '2026-02-28', pc_since = null",
    "insert into register_match_ended (item_id, pc_id, score, basis, model_differs, who, at) values (1, 2, 100, '{}', 0, '', 1)",
    'update pc set merged_into = 1 where id = 2',
  ])
    await sql.raw(statement).execute(db)
  await db.destroy()
  const database = await openDatabase(dataFolder)
  t.after(() => database.close())
  const assets = await database.read.selectFrom('register_entry').select(['pc_id', 'pc_since', 'pc_away']).execute()
  assert.deepEqual(assets, [{ pc_id: 1, pc_since: 1_767_571_200_000, pc_away: 0 }])
  assert.equal((await database.read.selectFrom('register_item').select('told_day').executeTakeFirst())?.told_day, '2026-01-31')
})
