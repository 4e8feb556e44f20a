/** Reads whether the system's firewall is on. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { isUnknown, type Unknown, unknown } from '@somay/shared/unknown.ts'
import type { Platform } from '../platform/platform.ts'
import type { TextReading } from '../platform/reading.ts'
import type { CommandResult } from '../platform/run-command.ts'
import { because, valueFrom } from './because.ts'
import { parseFirewallOnMac } from './macos/firewall.ts'
import type { Probe } from './probe.ts'
import { parseFirewallOnWindows } from './windows/firewall.ts'

export type FirewallReading = {
  /** `firewall-cmd --state`: running, or exit 252 with "not running". */
  readonly firewalld: CommandResult
  readonly ufw: TextReading
}

const STATE_LIMIT_MS = 5_000
/** Exit code of `firewall-cmd --state` when the service is down (firewall-cmd(1)). */
const NOT_RUNNING = 252

export async function readFirewall(platform: Platform): Promise<FirewallReading> {
  return {
    firewalld: await platform.runCommand('firewall-cmd', ['--state'], { timeoutMs: STATE_LIMIT_MS, okCodes: [0, NOT_RUNNING] }),
    ufw: await platform.readText('/etc/ufw/ufw.conf'),
  }
}

/** A PC may filter by rules of its own without either program, so "neither is installed" is not "off". */
export function parseFirewall({ firewalld, ufw }: FirewallReading): FactBody<FactValue<'firewall'>> {
  const profiles: FactValue<'firewall'>['profiles'] = []
  if (firewalld.kind !== 'not-found') profiles.push({ name: 'firewalld', enabled: firewalldOn(firewalld) })
  if (ufw.kind !== 'absent') profiles.push({ name: 'ufw', enabled: valueFrom(ufw, ufwOn, 'ufw.conf') })
  // Of what could not be asked it is not even known whether it is there.
  const unread = profiles.map(({ enabled }) => enabled).filter(isUnknown)
  if (unread[0] && unread.length === profiles.length) return unread[0]
  if (profiles.length === 0) return unknown('not-supported', 'neither firewalld nor ufw is installed')
  return { known: { profiles }, source: 'firewall-cmd, ufw.conf' }
}

function firewalldOn(result: CommandResult): boolean | Unknown {
  return result.kind === 'ok' ? result.code === 0 && result.stdout.trim() === 'running' : because(result)
}

function ufwOn(text: string): boolean | undefined {
  const said = /^\s*ENABLED=["']?(yes|no)\b/im.exec(text)?.[1]
  return said === undefined ? undefined : said.toLowerCase() === 'yes'
}

export const firewallProbe: Probe<'firewall'> = {
  fact: 'firewall',
  timeLimitMs: 2 * STATE_LIMIT_MS,
  linux: async ({ platform }) => parseFirewall(await readFirewall(platform)),
  windows: async ({ windows }) => parseFirewallOnWindows(windows),
  macos: async ({ macos }) => parseFirewallOnMac(macos),
}
