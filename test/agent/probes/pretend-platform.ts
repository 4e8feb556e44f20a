/** A PC written down in a fixture: files, links, commands and pages as a real one gave them; whatever is not written down is absent. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FetchResult } from '#agent/platform/network.ts'
import type { Platform } from '#agent/platform/platform.ts'
import type { Reading, Unread } from '#agent/platform/reading.ts'
import type { CommandResult } from '#agent/platform/run-command.ts'
import type { VolumeSize } from '#agent/platform/system-files.ts'
import type { Platform as PlatformName } from '#shared/facts/spec.ts'

export type PretendPc = {
  readonly os?: PlatformName
  /** What the inventory script of a pretended Windows wrote, or how its run ended; without it there is no PowerShell. */
  readonly script?: string | CommandResult
  /** What system_profiler of a pretended Mac wrote, or how its run ended; which data types it was asked for changes nothing. */
  readonly profiler?: string | CommandResult
  readonly root?: boolean
  readonly hostName?: string
  /** What its clock shows; the morning of 23/11/2026 unless said otherwise. */
  readonly now?: string
  readonly kernel?: string
  readonly machine?: string
  /** Path to text; `@name` takes the text from a file beside the fixture. */
  readonly files?: Readonly<Record<string, string>>
  readonly bytes?: Readonly<Record<string, readonly number[]>>
  readonly folders?: readonly string[]
  readonly denied?: readonly string[]
  readonly failed?: readonly string[]
  readonly links?: Readonly<Record<string, string>>
  readonly modified?: Readonly<Record<string, string>>
  readonly volumes?: Readonly<Record<string, VolumeSize>>
  /** Command line to output, or to a result that is no success. */
  readonly commands?: Readonly<Record<string, string | CommandResult>>
  readonly addresses?: readonly { adapter: string; address: string; family: 'IPv4' | 'IPv6' }[]
  readonly pages?: Readonly<Record<string, FetchResult>>
  readonly names?: readonly string[]
  /** `host:port` where something listens. */
  readonly open?: readonly string[]
}

/** Where a pretended Windows has the agent and its script. */
export const PROGRAM_FOLDER = 'C:\\Program Files\\So May'
const SCRIPT = `${PROGRAM_FOLDER}\\windows-inventory.ps1`

const PROFILER = '/usr/sbin/system_profiler'

const FIXTURES = new URL('../../fixtures/probes/', import.meta.url).pathname

export function fixture(fact: string, situation: string): PretendPc {
  const pc = JSON.parse(readFileSync(join(FIXTURES, fact, `${situation}.json`), 'utf8')) as PretendPc
  return { ...pc, files: expanded(fact, pc.files), commands: expanded(fact, pc.commands) }
}

function expanded<T>(fact: string, texts: Readonly<Record<string, T>> = {}): Record<string, T> {
  return Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [
      name,
      typeof text === 'string' && text.startsWith('@') ? (readFileSync(join(FIXTURES, fact, text.slice(1)), 'utf8') as T) : text,
    ]),
  )
}

export function pretendPlatform(pc: PretendPc): Platform {
  const { files = {}, bytes = {}, folders = [], links = {}, modified = {}, volumes = {}, commands = {}, pages = {} } = pc
  const paths = [
    ...Object.keys(files),
    ...Object.keys(bytes),
    ...Object.keys(links),
    ...Object.keys(modified),
    ...(pc.denied ?? []),
    ...(pc.failed ?? []),
  ]

  function unread(path: string): Unread {
    if (pc.denied?.includes(path)) return { kind: 'denied', detail: `${path}: EACCES` }
    if (pc.failed?.includes(path)) return { kind: 'failed', detail: `${path}: EIO` }
    return { kind: 'absent', detail: `${path}: ENOENT` }
  }
  const from = <T>(found: T | undefined, path: string): Promise<Reading<T>> =>
    Promise.resolve(
      found === undefined || pc.denied?.includes(path) || pc.failed?.includes(path) ? unread(path) : { kind: 'read', value: found },
    )
  const text = (path: string) => from(files[path], path)

  return {
    os: pc.os ?? 'linux',
    isRoot: pc.root ?? true,
    now: () => Date.parse(pc.now ?? '2026-11-23T05:00:00.000Z'),
    hostName: pc.hostName ?? 'snv-pc-014',
    kernel: pc.kernel ?? '6.8.0-45-generic',
    machine: pc.machine ?? 'x86_64',
    architecture: 'x64',
    programFolder: PROGRAM_FOLDER,
    readText: text,
    readGzipText: text,
    readBytes: (path) => from(bytes[path] && [...bytes[path]], path),
    listFolder(path) {
      const inside = [...paths, ...folders]
        .filter((one) => one.startsWith(`${path}/`))
        .map((one) => one.slice(path.length + 1).split('/')[0] ?? '')
      const names = [...new Set(inside)].sort()
      return from(names.length > 0 || folders.includes(path) ? names : undefined, path)
    },
    readLink: (path) => from(links[path], path),
    resolvePath: (path) => from(links[path] ?? (paths.some((one) => one === path || one.startsWith(`${path}/`)) ? path : undefined), path),
    modifiedAt: (path) => from(path === SCRIPT ? '2026-11-23T05:00:00.000Z' : modified[path], path),
    volumeSize: (path) => from(volumes[path], path),
    runCommand(file, args) {
      const said =
        commands[[file, ...args].join(' ')] ?? (file === 'powershell.exe' ? pc.script : file === PROFILER ? pc.profiler : undefined)
      if (said === undefined) return Promise.resolve({ kind: 'not-found', detail: `${file} is not installed` })
      return Promise.resolve(typeof said === 'string' ? { kind: 'ok', stdout: said, code: 0 } : said)
    },
    addressesOfAdapters: () => [...(pc.addresses ?? [])],
    resolveName: (name) =>
      Promise.resolve(/^[\d.]+$/.test(name) || name === 'localhost' ? 'numeric' : pc.names?.includes(name) ? 'resolved' : 'not-resolved'),
    takesConnection: (hostName, port) => Promise.resolve(pc.open?.includes(`${hostName}:${port}`) ?? false),
    fetchSmallPage: (url) => Promise.resolve(pages[url] ?? { kind: 'no-answer', detail: 'ETIMEDOUT' }),
  }
}
