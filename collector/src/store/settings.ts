/** Small texts of the ledger itself, such as the key that signs session cookies. */
import type { Kysely } from 'kysely'
import type { Database } from './dialect/dialect.ts'
import type { Tables } from './tables.ts'

export async function readSetting({ read }: Database, key: string): Promise<string | undefined> {
  const row = await read.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst()
  return row?.value
}

export function writeSetting(database: Database, key: string, value: string): Promise<void> {
  return database.write((db) => putSetting(db, key, value))
}

/** As `writeSetting`, together with what else is written. */
export async function putSetting(db: Kysely<Tables>, key: string, value: string): Promise<void> {
  await db
    .insertInto('setting')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute()
}

/** The value of `key`, made once by `make` and the same for ever after, whoever asks first. */
export async function settingOnce(database: Database, key: string, make: () => string): Promise<string> {
  const found = await readSetting(database, key)
  if (found !== undefined) return found
  await database.write((db) =>
    db
      .insertInto('setting')
      .values({ key, value: make() })
      .onConflict((conflict) => conflict.column('key').doNothing())
      .execute(),
  )
  return (await readSetting(database, key)) ?? settingOnce(database, key, make)
}

/** Removes `key` and says whether it held `value`: of two who come with a one-time code, one is let in. */
export async function takeSetting(database: Database, key: string, value: string): Promise<boolean> {
  const taken = await database.write((db) =>
    db.deleteFrom('setting').where('key', '=', key).where('value', '=', value).returning('key').execute(),
  )
  return taken.length > 0
}
