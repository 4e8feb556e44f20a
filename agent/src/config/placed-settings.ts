/** Settings an administrator put on the PC before the agent came: registry policy on Windows, a file under /etc elsewhere. */

import { jsonObjectIn } from '../platform/json-object.ts'
import type { Platform } from '../platform/platform.ts'
import { parseRegistry } from '../platform/registry.ts'
import type { CommandResult } from '../platform/run-command.ts'
import { SETTING_NAMES } from './settings.ts'

/** Where they lie, as a refusal names it, and what they say; values of the registry are text. */
export type PlacedSettings = { readonly place: string; readonly values: Readonly<Record<string, unknown>> }

/** As group policies write it; only administrators may. */
export const POLICY_KEY = 'HKLM\\Software\\Policies\\SoMay\\Agent'
export const PLACED_FILE = '/etc/somay-agent/settings.json'
const POLICY_PARENT = 'HKLM\\Software\\Policies\\SoMay'
/** While an old PC starts even this may take long. */
const QUERY_LIMIT_MS = 30_000

/** `unreadable` says why what is there could not be read: an agent that goes on without its orders would report to nobody. */
export async function readPlacedSettings(
  platform: Platform,
): Promise<PlacedSettings | { readonly unreadable: string; readonly place: string }> {
  return platform.os === 'windows' ? readPolicy(platform) : readPlacedFile(platform)
}

async function readPolicy(platform: Platform): Promise<PlacedSettings | { unreadable: string; place: string }> {
  const query = (key: string) => platform.runCommand('reg.exe', ['query', key], { timeoutMs: QUERY_LIMIT_MS })
  const said = await query(POLICY_KEY)
  if (said.kind !== 'ok') {
    // Without the key `reg` fails as it does without rights, in words of the system's language; the key above tells which.
    const isAbsent = said.kind === 'failed' && !isListed(await query(POLICY_PARENT))
    return isAbsent ? { place: POLICY_KEY, values: {} } : { place: POLICY_KEY, unreadable: said.detail }
  }
  const found = parseRegistry(said.stdout)
  const names = new Map(SETTING_NAMES.map((name) => [name.toLowerCase(), name as string]))
  const values = [...found].map(([name, value]) => [names.get(name) ?? name, /^0x[0-9a-f]+$/i.test(value) ? String(Number(value)) : value])
  return { place: POLICY_KEY, values: Object.fromEntries(values) }
}

function isListed(parent: CommandResult): boolean {
  return parent.kind === 'ok' ? /\\Policies\\SoMay\\Agent\s*$/im.test(parent.stdout) : parent.kind !== 'failed'
}

async function readPlacedFile(platform: Platform): Promise<PlacedSettings | { unreadable: string; place: string }> {
  const file = await platform.readText(PLACED_FILE)
  if (file.kind === 'absent') return { place: PLACED_FILE, values: {} }
  if (file.kind !== 'read') return { place: PLACED_FILE, unreadable: file.detail }
  const values = jsonObjectIn(file.value)
  return values ? { place: PLACED_FILE, values } : { place: PLACED_FILE, unreadable: 'not a JSON object' }
}
