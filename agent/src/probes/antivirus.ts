/** Reads the programs against malware. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { type Unknown, unknown } from '@somay/shared/unknown.ts'
import type { Platform } from '../platform/platform.ts'
import type { CommandResult } from '../platform/run-command.ts'
import { because } from './because.ts'
import { parseAntivirusOnMac } from './macos/antivirus.ts'
import type { Probe } from './probe.ts'
import { parseAntivirusOnWindows } from './windows/antivirus.ts'

export type AntivirusReading = { readonly services: readonly { readonly name: string; readonly state: CommandResult }[] }

const STATE_LIMIT_MS = 5_000
/** Services of the products seen on Linux PCs of agencies; Linux has no register of them as Windows has. */
const SERVICES: readonly (readonly [service: string, product: string])[] = [
  ['clamav-daemon.service', 'ClamAV'],
  ['mdatp.service', 'Microsoft Defender'],
  ['kesl.service', 'Kaspersky Endpoint Security'],
  ['eea.service', 'ESET Endpoint Antivirus'],
  ['bdsec.service', 'Bitdefender'],
]

export async function readAntivirus(platform: Platform): Promise<AntivirusReading> {
  const services: { name: string; state: CommandResult }[] = []
  for (const [service, name] of SERVICES) {
    const args = ['show', '--property=LoadState', '--property=ActiveState', service]
    const state = await platform.runCommand('systemctl', args, { timeoutMs: STATE_LIMIT_MS })
    services.push({ name, state })
    // Where the first question fails, the others would too.
    if (state.kind !== 'ok') break
  }
  return { services }
}

/** Only what was found is told: a product the agent does not know may still be there, so "none" is never said. */
export function parseAntivirus({ services }: AntivirusReading): FactBody<FactValue<'antivirus'>> {
  for (const { state } of services) if (state.kind !== 'ok') return isWithoutSystemd(state) ? NO_SYSTEMD : because(state)
  const products = services.flatMap(({ name, state }) => {
    if (state.kind !== 'ok' || !/^LoadState=loaded$/m.test(state.stdout)) return []
    return [{ name, enabled: isActive(state.stdout), upToDate: unknown('not-supported', 'the service does not tell') }]
  })
  if (products.length === 0) return unknown('not-supported', 'Linux keeps no register of such programs, and none of those known was found')
  return { known: { products }, source: 'systemctl' }
}

const NO_SYSTEMD = unknown('not-supported', 'this system is not run by systemd, whose services are looked at')

function isWithoutSystemd(state: CommandResult): boolean {
  return state.kind === 'failed' && /not been booted with systemd|Failed to connect to bus/.test(state.detail)
}

function isActive(text: string): boolean | Unknown {
  const state = /^ActiveState=(\S+)$/m.exec(text)?.[1]
  return state === undefined ? unknown('failed', 'systemctl: not understood') : state === 'active'
}

export const antivirusProbe: Probe<'antivirus'> = {
  fact: 'antivirus',
  timeLimitMs: (SERVICES.length + 1) * STATE_LIMIT_MS,
  linux: async ({ platform }) => parseAntivirus(await readAntivirus(platform)),
  windows: async ({ windows }) => parseAntivirusOnWindows(windows),
  macos: async ({ macos }) => parseAntivirusOnMac(macos),
}
