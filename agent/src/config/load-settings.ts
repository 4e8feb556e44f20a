/** Puts the layers together (defaults < file < what an administrator placed < environment < flags) and refuses what is wrong with a sentence that says where it came from. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Words } from '@somay/shared/text/words.ts'
import type { TSchema } from 'typebox'
import { Check } from 'typebox/value'
import { jsonObjectIn } from '../platform/json-object.ts'
import type { readPlacedSettings } from './placed-settings.ts'
import type { Setting } from './setting.ts'
import { defaultSettings, SETTING_NAMES, SETTINGS, type SettingName, type Settings } from './settings.ts'

export const SETTINGS_FILE = 'settings.json'

export type Sources = {
  readonly environment: NodeJS.ProcessEnv
  readonly flags: Readonly<Record<string, string | undefined>>
  readonly isRoot: boolean
  /** Left out where there is none to look for. */
  readonly placed?: () => ReturnType<typeof readPlacedSettings>
}

export type LoadedSettings =
  /** `ignored`: what was placed and this version does not know, in words. */
  | { readonly kind: 'loaded'; readonly settings: Settings; readonly ignored: readonly Words[] }
  | { readonly kind: 'refused'; readonly says: Words }

type Given = { readonly value: unknown; readonly from: Words }

class Refusal extends Error {
  readonly says: Words
  constructor(says: Words) {
    super(says.en)
    this.says = says
  }
}

export async function loadSettings(sources: Sources): Promise<LoadedSettings> {
  try {
    const ignored: Words[] = []
    return { kind: 'loaded', settings: await combine(sources, ignored), ignored }
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'refused', says: error.says }
    throw error
  }
}

async function combine(sources: Sources, ignored: Words[]): Promise<Settings> {
  const settings: Record<string, unknown> = defaultSettings(sources.environment, sources.isRoot)
  const above = fromEnvironmentAndFlags(sources)
  const stateFolder = above.get('stateFolder')
  if (stateFolder) await accept('stateFolder', stateFolder, settings)
  const file = fromFile(join(String(settings.stateFolder), SETTINGS_FILE))
  // An agent that was given a folder of its own is a trial beside the one the administrator means.
  const placed = sources.placed && !stateFolder ? fromPlaced(await sources.placed(), ignored) : new Map<SettingName, Given>()
  for (const name of SETTING_NAMES) {
    const given = above.get(name) ?? placed.get(name) ?? file.get(name)
    if (given) await accept(name, given, settings)
  }
  return settings as Settings
}

async function accept(name: SettingName, given: Given, settings: Record<string, unknown>): Promise<void> {
  const { schema, fits, expects, secret } = SETTINGS[name] as Setting<TSchema>
  const value = typeof given.value === 'string' ? fromText(given.value, schema) : given.value
  if (Check(schema, value) && (!fits || (await fits(value as never)))) {
    settings[name] = value
    return
  }
  const found = secret ? '***' : JSON.stringify(given.value)
  throw new Refusal({
    vi: `Cấu hình ${name} (${given.from.vi}) không đúng: cần ${expects.vi}; nhận được ${found}.`,
    en: `Setting ${name} (${given.from.en}) is not right: it needs ${expects.en}; got ${found}.`,
  })
}

function fromText(text: string, schema: TSchema): unknown {
  const type = 'type' in schema ? schema.type : undefined
  if (type === 'integer') return /^\d+$/.test(text) ? Number(text) : text
  if (type !== 'array') return text
  const { items } = schema as { items?: TSchema }
  return items && 'type' in items && items.type === 'string' ? text.split(/[\s,]+/).filter(Boolean) : jsonIn(text)
}

/** The registry has no lists of objects: they stand there as JSON. What is none stays text, and is refused as such. */
function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function fromEnvironmentAndFlags({ environment, flags }: Sources): Map<SettingName, Given> {
  const found = new Map<SettingName, Given>()
  for (const name of SETTING_NAMES) {
    const { environment: variable, flag } = SETTINGS[name] as Setting
    const flagged = flag === undefined ? undefined : flags[flag]
    const set = variable === undefined ? undefined : environment[variable]
    if (flagged !== undefined) found.set(name, { value: flagged, from: { vi: `từ cờ --${flag}`, en: `from the flag --${flag}` } })
    else if (set !== undefined)
      found.set(name, { value: set, from: { vi: `từ biến môi trường ${variable}`, en: `from the environment variable ${variable}` } })
  }
  return found
}

function fromFile(path: string): Map<SettingName, Given> {
  return known(readSettingsFile(path), path, (says) => {
    throw new Refusal(says)
  })
}

function fromPlaced(layers: Awaited<ReturnType<typeof readPlacedSettings>>, ignored: Words[]): Map<SettingName, Given> {
  return new Map(
    layers.flatMap((placed) => {
      if ('values' in placed) return [...known(placed.values, placed.place, (says) => ignored.push(says))]
      const { place, unreadable } = placed
      throw new Refusal({
        vi: `Không đọc được cấu hình đặt sẵn ${place}: ${unreadable}.`,
        en: `The placed settings ${place} cannot be read: ${unreadable}.`,
      })
    }),
  )
}

/**
 * A settings file of this very PC is refused for a name that is none: it is a slip of the pen. What a policy places goes to all PCs at once, and one
 * whose agent is older must not fall silent for a setting that a newer one knows.
 */
function known(content: object, path: string, onUnknown: (says: Words) => void): Map<SettingName, Given> {
  const from = { vi: `từ ${path}`, en: `from ${path}` }
  const found = new Map<SettingName, Given>()
  for (const [name, value] of Object.entries(content)) {
    if (name === 'stateFolder' || !Object.hasOwn(SETTINGS, name)) {
      onUnknown({
        vi: `${path} có mục "${name}" mà phần mềm không biết. Các mục được dùng: ${fileNames()}.`,
        en: `${path} holds "${name}", which is not a setting. Settings: ${fileNames()}.`,
      })
      continue
    }
    found.set(name as SettingName, { value, from })
  }
  return found
}

function fileNames(): string {
  return SETTING_NAMES.filter((name) => name !== 'stateFolder').join(', ')
}

function readSettingsFile(path: string): object {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return {}
    throw new Refusal({ vi: `Không đọc được tệp ${path}: ${code}.`, en: `The file ${path} cannot be read: ${code}.` })
  }
  const content = jsonObjectIn(text)
  if (content) return content
  throw new Refusal({ vi: `Tệp ${path} không phải một đối tượng JSON.`, en: `The file ${path} does not hold a JSON object.` })
}
