/** Loads the settings for a command, or says what is wrong with them. */
import { loadSettings } from '../config/load-settings.ts'
import { readPlacedSettings } from '../config/placed-settings.ts'
import type { Settings } from '../config/settings.ts'
import { createLog, type Log } from '../log.ts'
import { thisPlatform } from '../platform/platform.ts'
import type { Call } from './call.ts'

export async function load({ environment, flags, language }: Call): Promise<{ settings: Settings; log: Log } | undefined> {
  const loaded = await loadSettings({
    environment,
    flags,
    isRoot: process.getuid?.() === 0,
    placed: () => readPlacedSettings(thisPlatform()),
  })
  if (loaded.kind === 'loaded') {
    const log = createLog(loaded.settings.logLevel)
    for (const says of loaded.ignored) log.warn(says.en)
    return { settings: loaded.settings, log }
  }
  process.stderr.write(`${loaded.says[language]}\n`)
  return undefined
}
