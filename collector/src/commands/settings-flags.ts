/** The settings as flags of a command: --port, --data, and so on. */
import type { ParseArgsOptionsConfig } from 'node:util'
import { readSettings } from '../config/read-settings.ts'
import type { Setting } from '../config/setting.ts'
import { SETTING_NAMES, SETTINGS, type Settings } from '../config/settings.ts'
import { type Database, openDatabase } from '../store/database.ts'

const NAME_OF_FLAG = new Map(
  SETTING_NAMES.flatMap((name) => {
    const { flag }: Setting<unknown> = SETTINGS[name]
    return flag === undefined ? [] : [[flag, name] as const]
  }),
)

export const SETTINGS_FLAGS: ParseArgsOptionsConfig = Object.fromEntries(
  [...NAME_OF_FLAG.keys()].map((flag) => [flag, { type: 'string' as const }]),
)

export const STORE_FLAGS: ParseArgsOptionsConfig = { data: { type: 'string' }, database: { type: 'string' } }

export function settingsOf(values: Readonly<Record<string, string | undefined>>): Settings {
  const given = [...NAME_OF_FLAG].flatMap(([flag, name]) => (values[flag] === undefined ? [] : [[name, values[flag]] as const]))
  return readSettings(Object.fromEntries(given), process.env)
}

/** Opens the ledger the flags name for the length of `work`. */
export async function withLedger<T>(
  values: Readonly<Record<string, string | undefined>>,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const { dataFolder, database: address } = settingsOf(values)
  const database = await openDatabase(dataFolder, address)
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}
