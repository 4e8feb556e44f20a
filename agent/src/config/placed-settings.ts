/** Settings an administrator put on the PC: what the installer was told and registry policy on Windows, a file under /etc elsewhere. */

import { jsonObjectIn } from '../platform/json-object.ts'
import type { Platform } from '../platform/platform.ts'
import { parseRegistry } from '../platform/registry.ts'
import type { CommandResult } from '../platform/run-command.ts'
import { SETTING_NAMES } from './settings.ts'

/** Where they lie, as a refusal names it, and what they say; values of the registry are text. */
export type PlacedSettings = { readonly place: string; readonly values: Readonly<Record<string, unknown>> }
export type Unreadable = { readonly place: string; readonly unreadable: string }

/** What the MSI was told on its command line; anyone may read it. */
export const INSTALLED_KEY = 'HKLM\\Software\\SoMay\\Agent'
/** Of that what is secret; only the system and administrators may read it. */
export const SECRET_KEY = `${INSTALLED_KEY}\\Secret`
/** As group policies write it; only administrators may. */
export const POLICY_KEY = 'HKLM\\Software\\Policies\\SoMay\\Agent'
export const PLACED_FILE = '/etc/somay/agent.json'
/** While an old PC starts even this may take long. */
const QUERY_LIMIT_MS = 30_000

/** A later one goes before an earlier one. `unreadable` says why what is there could not be read: an agent that goes on without its orders would report to nobody. */
export async function readPlacedSettings(platform: Platform): Promise<readonly (PlacedSettings | Unreadable)[]> {
  if (platform.os !== 'windows') return [await readPlacedFile(platform)]
  return Promise.all([readKey(platform, INSTALLED_KEY), readSecrets(platform), readKey(platform, POLICY_KEY)])
}

async function readKey(platform: Platform, key: string): Promise<PlacedSettings | Unreadable> {
  const said = await query(platform, key)
  if (said.kind === 'ok') return { place: key, values: valuesIn(said.stdout) }
  // Without the key `reg` fails as it does without rights, in words of the system's language; the key above tells which.
  const isAbsent = said.kind === 'failed' && !isListed(await query(platform, key.replace(/\\[^\\]+$/, '')), key)
  return isAbsent ? { place: key, values: {} } : { place: key, unreadable: said.detail }
}

/** Without rights as without the key there are none: a person's window needs no token, and the service may read it. */
async function readSecrets(platform: Platform): Promise<PlacedSettings | Unreadable> {
  const said = await query(platform, SECRET_KEY)
  if (said.kind === 'ok') return { place: SECRET_KEY, values: valuesIn(said.stdout) }
  return said.kind === 'failed' ? { place: SECRET_KEY, values: {} } : { place: SECRET_KEY, unreadable: said.detail }
}

function query(platform: Platform, key: string): Promise<CommandResult> {
  return platform.runCommand('reg.exe', ['query', key], { timeoutMs: QUERY_LIMIT_MS })
}

function valuesIn(printed: string): PlacedSettings['values'] {
  const names = new Map(SETTING_NAMES.map((name) => [name.toLowerCase(), name as string]))
  const values = [...parseRegistry(printed)].map(([name, value]) => [
    names.get(name) ?? name,
    /^0x[0-9a-f]+$/i.test(value) ? String(Number(value)) : value,
  ])
  return Object.fromEntries(values)
}

function isListed(parent: CommandResult, key: string): boolean {
  const ending = key.slice('HKLM'.length).toLowerCase()
  if (parent.kind !== 'ok') return parent.kind !== 'failed'
  return parent.stdout.split(/\r?\n/).some((line) => line.trim().toLowerCase().endsWith(ending))
}

async function readPlacedFile(platform: Platform): Promise<PlacedSettings | Unreadable> {
  const file = await platform.readText(PLACED_FILE)
  if (file.kind === 'absent') return { place: PLACED_FILE, values: {} }
  if (file.kind !== 'read') return { place: PLACED_FILE, unreadable: file.detail }
  const values = jsonObjectIn(file.value)
  return values ? { place: PLACED_FILE, values } : { place: PLACED_FILE, unreadable: 'not a JSON object' }
}
