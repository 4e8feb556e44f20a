/** Reads which system this is, its kernel and when it was installed. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { unknown } from '@somay/shared/unknown.ts'
import type { Platform } from '../platform/platform.ts'
import type { TextReading } from '../platform/reading.ts'
import { because, textIn, valueFrom } from './because.ts'
import { parseOsOnMac } from './macos/os.ts'
import { toMinute } from './minute.ts'
import { FILES_LIMIT_MS, type Probe } from './probe.ts'
import { parseOsOnWindows } from './windows/os.ts'

type Os = FactValue<'os'>

export type OsReading = {
  readonly osRelease: TextReading
  /** The date of the folder in which the installer left its logs. */
  readonly installerLogAt: TextReading
  readonly kernel: string
  readonly machine: string
}

const ARCHITECTURES: Record<string, 'x86' | 'x64' | 'arm64'> = {
  x86_64: 'x64',
  i386: 'x86',
  i586: 'x86',
  i686: 'x86',
  aarch64: 'arm64',
  arm64: 'arm64',
}

// Which releases end when is decided by the edition; distributions not named here stay unknown.
const COMMUNITY = new Set([
  'debian',
  'fedora',
  'arch',
  'almalinux',
  'rocky',
  'centos',
  'opensuse-leap',
  'opensuse-tumbleweed',
  'linuxmint',
  'alpine',
])
const ENTERPRISE = new Set(['rhel', 'sles', 'sled', 'ol'])

export async function readOs(platform: Platform): Promise<OsReading> {
  const usual = await platform.readText('/etc/os-release')
  return {
    osRelease: usual.kind === 'absent' ? await platform.readText('/usr/lib/os-release') : usual,
    installerLogAt: await readInstallerLog(platform),
    kernel: platform.kernel,
    machine: platform.machine,
  }
}

/** Of Debian and Ubuntu, of Fedora and Red Hat; other systems keep no such date. */
async function readInstallerLog(platform: Platform): Promise<TextReading> {
  const debian = await platform.modifiedAt('/var/log/installer')
  return debian.kind === 'absent' ? platform.modifiedAt('/var/log/anaconda') : debian
}

export function parseOs({ osRelease, installerLogAt, kernel, machine }: OsReading): FactBody<Os> {
  if (osRelease.kind !== 'read') return because(osRelease)
  const fields = parseOsRelease(osRelease.value)
  const name = textIn(fields.PRETTY_NAME ?? fields.NAME ?? '', 200)
  if (name === undefined) return unknown('failed', '/etc/os-release names no system')
  return {
    known: {
      family: 'linux',
      name,
      version: textIn(fields.VERSION_ID ?? '', 60) ?? unknown('not-supported', 'a rolling release has no version'),
      build: NO_BUILD,
      ubr: NO_BUILD,
      kernel: kernel.slice(0, 120),
      supportEdition: editionOf(fields),
      architecture: ARCHITECTURES[machine] ?? 'other',
      installedAt: installerLogAt.kind === 'absent' ? NO_INSTALL_DATE : valueFrom(installerLogAt, toMinute, 'installer log'),
    },
    source: '/etc/os-release',
  }
}

const NO_BUILD = unknown('not-supported', 'Linux has no build number of the whole system')
const NO_INSTALL_DATE = unknown('not-supported', 'this system does not record when it was installed')

function parseOsRelease(text: string): Record<string, string | undefined> {
  const fields: Record<string, string> = {}
  for (const line of text.split('\n')) {
    const [, name, value] = line.match(/^([A-Z_]+)=(.*)$/) ?? []
    if (name !== undefined && value !== undefined) fields[name] = value.replace(/^(["'])(.*)\1$/, '$2').trim()
  }
  return fields
}

function editionOf(fields: Record<string, string | undefined>): Os['supportEdition'] {
  const id = fields.ID ?? ''
  if (id === 'ubuntu') return /\bLTS\b/.test(fields.VERSION ?? '') ? 'lts' : 'community'
  if (COMMUNITY.has(id)) return 'community'
  if (ENTERPRISE.has(id)) return 'enterprise'
  return unknown('not-supported', 'no support edition is known for this distribution')
}

export const osProbe: Probe<'os'> = {
  fact: 'os',
  timeLimitMs: FILES_LIMIT_MS,
  linux: async ({ platform }) => parseOs(await readOs(platform)),
  windows: async ({ windows }) => parseOsOnWindows(windows),
  macos: async ({ platform, macos }) => parseOsOnMac(platform.kernel, macos),
}
