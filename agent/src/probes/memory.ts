/** Reads total memory, and module by module what dmidecode says of the board's slots. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { type Unknown, unknown } from '@somay/shared/unknown.ts'
import type { Platform } from '../platform/platform.ts'
import type { TextReading } from '../platform/reading.ts'
import type { CommandResult } from '../platform/run-command.ts'
import { because, valueFrom } from './because.ts'
import { mayAsRoot } from './capabilities.ts'
import { DMI_FOLDER, NO_DMI } from './dmi.ts'
import { parseMemoryOnMac } from './macos/memory.ts'
import { parseSlots } from './memory-slots.ts'
import type { Probe } from './probe.ts'
import { parseMemoryOnWindows } from './windows/memory.ts'

type Memory = FactValue<'memory'>
type Slots = Omit<Memory, 'totalBytes'>

export type MemoryReading = {
  readonly meminfo: TextReading
  /** `dmidecode --type 16 --type 17`, or why it was not run. */
  readonly dmidecode: CommandResult | Unknown
}

const DMIDECODE_TIMEOUT_MS = 10_000
const BYTES_PER_KB = 1_024

export async function readMemory(platform: Platform): Promise<MemoryReading> {
  return { meminfo: await platform.readText('/proc/meminfo'), dmidecode: await readSlots(platform) }
}

async function readSlots(platform: Platform): Promise<CommandResult | Unknown> {
  if ((await platform.listFolder(DMI_FOLDER)).kind === 'absent') return NO_DMI
  if (!(await mayAsRoot(platform, 'CAP_DAC_READ_SEARCH')))
    return unknown('access-denied', 'the memory slots are in the SMBIOS table, which only root may read')
  return platform.runCommand('dmidecode', ['--type', '16', '--type', '17'], { timeoutMs: DMIDECODE_TIMEOUT_MS })
}

export function parseMemory({ meminfo, dmidecode }: MemoryReading): FactBody<Memory> {
  const totalBytes = valueFrom(meminfo, parseTotal, '/proc/meminfo')
  const slots = slotsFrom(dmidecode)
  return {
    known: { totalBytes, ...slots },
    source: 'kind' in dmidecode && dmidecode.kind === 'ok' ? '/proc/meminfo, dmidecode' : '/proc/meminfo',
  }
}

function parseTotal(text: string): number | undefined {
  const kiloBytes = text.match(/^MemTotal:\s+(\d+) kB$/m)?.[1]
  return kiloBytes === undefined ? undefined : Number(kiloBytes) * BYTES_PER_KB
}

function slotsFrom(dmidecode: CommandResult | Unknown): Slots {
  if ('kind' in dmidecode && dmidecode.kind === 'ok') return parseSlots(dmidecode.stdout)
  const why = 'kind' in dmidecode ? because(dmidecode) : dmidecode
  return { installedBytes: why, slots: why, freeSlots: why, maximumBytes: why, modules: why }
}

export const memoryProbe: Probe<'memory'> = {
  fact: 'memory',
  timeLimitMs: 2 * DMIDECODE_TIMEOUT_MS,
  linux: async ({ platform }) => parseMemory(await readMemory(platform)),
  windows: async ({ windows }) => parseMemoryOnWindows(windows),
  macos: async ({ macos }) => parseMemoryOnMac(macos),
}
