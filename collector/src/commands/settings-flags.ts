/** The settings as flags of a command: --port, --data, and so on. */
import type { ParseArgsOptionsConfig } from 'node:util'
import { readSettings, type SettingName, type Settings } from '../config/settings.ts'
import { type Database, openDatabase } from '../store/database.ts'

const FLAGS: Readonly<Record<string, SettingName>> = {
  port: 'port',
  host: 'host',
  data: 'dataFolder',
  database: 'database',
  'log-level': 'logLevel',
  'time-zone': 'timeZone',
  'contact-seconds': 'contactSeconds',
  'silent-days': 'silentDays',
  'public-url': 'publicUrl',
}

export const SETTINGS_FLAGS: ParseArgsOptionsConfig = Object.fromEntries(
  Object.keys(FLAGS).map((flag) => [flag, { type: 'string' as const }]),
)

export const STORE_FLAGS: ParseArgsOptionsConfig = { data: { type: 'string' }, database: { type: 'string' } }

export function settingsOf(values: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.entries(FLAGS).flatMap(([flag, name]) => (values[flag] === undefined ? [] : [[name, values[flag]] as const]))
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
