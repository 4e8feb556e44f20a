/** What probes may ask of the system, as one object that tests can replace; everything behind it lives in this folder. */
import { arch, hostname, machine, release } from 'node:os'
import { dirname } from 'node:path'
import type { Platform as PlatformName } from '@somay/shared/facts/spec.ts'
import type { NetworkSettings } from './http-agents.ts'
import {
  type AddressOfAdapter,
  addressesOfAdapters,
  type FetchResult,
  fetchSmallPage,
  type NameResult,
  resolveName,
  takesConnection,
} from './network.ts'
import { osName } from './os-name.ts'
import type { Reading, TextReading } from './reading.ts'
import { type CommandLimits, type CommandResult, runCommand } from './run-command.ts'
import {
  listFolder,
  modifiedAt,
  readBytes,
  readGzipText,
  readLink,
  readText,
  resolvePath,
  type VolumeSize,
  volumeSize,
} from './system-files.ts'

export type Platform = {
  readonly os: PlatformName
  readonly isRoot: boolean
  /** Milliseconds since 1970 by the PC's own clock, which may be wrong. */
  now(): number
  readonly hostName: string
  readonly kernel: string
  /** As the kernel names it: x86_64, i686, aarch64. */
  readonly machine: string
  readonly architecture: string
  /** Where the file lies that this process was started with: what ships beside the bundle lies there too. */
  readonly programFolder: string
  readText(path: string): Promise<TextReading>
  readBytes(path: string): Promise<Reading<number[]>>
  readGzipText(path: string): Promise<TextReading>
  listFolder(path: string): Promise<Reading<string[]>>
  readLink(path: string): Promise<TextReading>
  resolvePath(path: string): Promise<TextReading>
  modifiedAt(path: string): Promise<TextReading>
  volumeSize(path: string): Promise<Reading<VolumeSize>>
  runCommand(file: string, args: readonly string[], limits: CommandLimits): Promise<CommandResult>
  addressesOfAdapters(): AddressOfAdapter[]
  resolveName(hostName: string, timeoutMs: number): Promise<NameResult>
  takesConnection(hostName: string, port: number, timeoutMs: number): Promise<boolean>
  fetchSmallPage(url: string, timeoutMs: number, settings: NetworkSettings): Promise<FetchResult>
}

export function thisPlatform(): Platform {
  return {
    os: osName(),
    isRoot: process.getuid?.() === 0,
    now: Date.now,
    hostName: hostname(),
    kernel: release(),
    machine: machine(),
    architecture: arch(),
    programFolder: dirname(process.argv[1] ?? process.execPath),
    readText,
    readBytes,
    readGzipText,
    listFolder,
    readLink,
    resolvePath,
    modifiedAt,
    volumeSize,
    runCommand,
    addressesOfAdapters,
    resolveName,
    takesConnection,
    fetchSmallPage,
  }
}
