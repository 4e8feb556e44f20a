/** Reads installed packages; off until an administrator turns it on, because programs can tell something about a person. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import type { Platform } from '../platform/platform.ts'
import type { CommandResult } from '../platform/run-command.ts'
import { because } from './because.ts'
import { parseSoftwareOnMac } from './macos/software.ts'
import { inOrder } from './order.ts'
import type { Probe } from './probe.ts'
import { parseSoftwareOnWindows } from './windows/software.ts'

export type SoftwareReading = { readonly listed: CommandResult; readonly by: 'dpkg-query' | 'rpm' }

// biome-ignore lint/suspicious/noTemplateCurlyInString: the braces are dpkg's own
const DPKG_FORMAT = '${Package}\\t${Version}\\t${db:Status-Status}\\n'
const LIST_TIMEOUT_MS = 30_000
const MAX_PROGRAMS = 10_000
const INSTALLED = 'installed'
const MILLISECONDS = 1_000

export async function readSoftware(platform: Platform): Promise<SoftwareReading> {
  const limits = { timeoutMs: LIST_TIMEOUT_MS }
  const dpkg = await platform.runCommand('dpkg-query', ['--show', '--showformat', DPKG_FORMAT], limits)
  if (dpkg.kind !== 'not-found') return { listed: dpkg, by: 'dpkg-query' }
  const rpm = await platform.runCommand(
    'rpm',
    ['--query', '--all', '--queryformat', '%{NAME}\\t%{EVR}\\tinstalled\\t%{INSTALLTIME}\\n'],
    limits,
  )
  return { listed: rpm, by: 'rpm' }
}

export function parseSoftware({ listed, by }: SoftwareReading): FactBody<FactValue<'software'>> {
  if (listed.kind !== 'ok') return because(listed)
  const programs = listed.stdout.split('\n').flatMap((line) => {
    const [name, version, status, installedAt] = line.split('\t')
    // Removed packages stay listed by dpkg as long as their configuration does.
    if (!name || status !== INSTALLED) return []
    return [{ name: name.slice(0, 300), ...(version && { version: version.slice(0, 120) }), ...dayOf(installedAt) }]
  })
  return { known: { programs: inOrder(programs, ({ name, version = '' }) => `${name} ${version}`).slice(0, MAX_PROGRAMS) }, source: by }
}

function dayOf(seconds: string | undefined): { installedOn?: string } {
  return seconds && /^\d+$/.test(seconds) ? { installedOn: new Date(Number(seconds) * MILLISECONDS).toISOString().slice(0, 10) } : {}
}

export const softwareProbe: Probe<'software'> = {
  fact: 'software',
  timeLimitMs: 2 * LIST_TIMEOUT_MS,
  linux: async ({ platform }) => parseSoftware(await readSoftware(platform)),
  windows: async ({ windows }) => parseSoftwareOnWindows(windows),
  macos: async ({ macos }) => parseSoftwareOnMac(macos),
}
