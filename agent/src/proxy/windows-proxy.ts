/** Reads the proxy of Windows from the registry: set for the whole PC, else for its services (WinHTTP), else by the person who is logged on. */
import type { Platform } from '../platform/platform.ts'
import { parseRegistry, type RegistryValues } from '../platform/registry.ts'
import { staticProxy } from './static-proxy.ts'
import type { SystemProxy } from './system-proxy.ts'
import { parseWinHttpSettings } from './winhttp-settings.ts'

const QUERY_LIMIT_MS = 5_000
const SETTINGS = 'Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings'
/** Accounts of people, of the domain or the PC; services have shorter numbers. */
const PERSON = /^HKEY_USERS\\(S-1-(?:5-21|12-1)-[\d-]+)$/gim

export async function readWindowsProxy(platform: Platform): Promise<SystemProxy | undefined> {
  const machine = await valuesAt(platform, `HKLM\\${SETTINGS}`)
  const forAll = proxyIn(machine)
  if (forAll) return forAll
  const services = await valuesAt(platform, `HKLM\\${SETTINGS}\\Connections`)
  const winHttp = parseWinHttpSettings(services?.get('winhttpsettings') ?? '')
  if (winHttp) return winHttp
  return machine && readOfPeople(platform)
}

/** None only where everybody's settings could be read: who is refused here does not know whether there is one. */
async function readOfPeople(platform: Platform): Promise<SystemProxy | undefined> {
  const users = await platform.runCommand('reg.exe', ['query', 'HKU'], { timeoutMs: QUERY_LIMIT_MS })
  if (users.kind !== 'ok') return undefined
  let isKnown = true
  for (const [, sid] of users.stdout.matchAll(PERSON)) {
    const values = await valuesAt(platform, `HKU\\${sid}\\${SETTINGS}`)
    const found = proxyIn(values)
    if (found) return found
    isKnown &&= values !== undefined
  }
  return isKnown ? { kind: 'none' } : undefined
}

async function valuesAt(platform: Platform, key: string): Promise<RegistryValues | undefined> {
  const said = await platform.runCommand('reg.exe', ['query', key], { timeoutMs: QUERY_LIMIT_MS })
  return said.kind === 'ok' ? parseRegistry(said.stdout) : undefined
}

/** A PAC file goes before a fixed proxy, as in Windows itself. */
export function proxyIn(values: RegistryValues | undefined): SystemProxy | undefined {
  const pac = values?.get('autoconfigurl')
  if (pac !== undefined && /^https?:/i.test(pac)) return { kind: 'pac', url: pac }
  const server = values?.get('proxyserver')
  return values?.get('proxyenable') === '0x1' && server ? staticProxy(server, values.get('proxyoverride') ?? '') : undefined
}
