/** Reads the settings: defaults < environment < flags; a wrong one is refused with a sentence that says which and where it came from. */
import type { Words } from '@somay/shared/text/words.ts'
import { Misfit, type Setting } from './setting.ts'
import { DEFAULTS, SETTING_NAMES, SETTINGS, type SettingName, type Settings } from './settings.ts'

/** A command line or environment that cannot be used; the message is for people, in both languages. */
export class SettingRefused extends Error {
  constructor({ vi, en }: Words) {
    super(`${vi}\n${en}`)
  }
}

/** Flags arrive as text under the setting's name. Throws SettingRefused. */
export function readSettings(
  flags: Readonly<Partial<Record<SettingName, string>>>,
  environment: Readonly<Record<string, string | undefined>>,
): Settings {
  const settings: Partial<Record<SettingName, unknown>> = { ...DEFAULTS }
  for (const name of SETTING_NAMES) {
    const one: Setting<unknown> = SETTINGS[name]
    const fromFlag = flags[name]
    const given = fromFlag ?? environment[one.environment]
    if (given === undefined) continue
    const origin = fromFlag === undefined ? one.environment : `--${one.flag}`
    settings[name] = parsed(one, given, origin)
  }
  return settings as Settings
}

function parsed(one: Setting<unknown>, given: string, origin: string): unknown {
  try {
    return one.parse(given)
  } catch (error) {
    if (!(error instanceof Misfit)) throw error
    // What has no flag is a secret, and is not repeated.
    const shown = one.flag === undefined ? '' : ` "${given}"`
    throw new SettingRefused({
      vi: `${origin}${shown} không dùng được. ${one.is.vi}: cần ${one.takes.vi}.`,
      en: `${origin}${shown} cannot be used. ${one.is.en}: must be ${one.takes.en}.`,
    })
  }
}
