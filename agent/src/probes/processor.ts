/** Reads the processor with its CPUID numbers, cores and clock. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { type Unknown, unknown } from '@somay/shared/unknown.ts'
import type { Platform } from '../platform/platform.ts'
import type { TextReading } from '../platform/reading.ts'
import { type ProcessorSubject, readProcessorSubject } from '../platform/system-information.ts'
import { because, textIn, valueFrom, wholeNumberIn } from './because.ts'
import { parseProcessorOnMac } from './macos/processor.ts'
import { FILES_LIMIT_MS, type Probe } from './probe.ts'
import { parseProcessorOnWindows } from './windows/processor.ts'

type Processor = FactValue<'processor'>

export type ProcessorReading = {
  readonly cpuinfo: TextReading
  readonly maxKhz: TextReading
  readonly machine: string
  /** Asked only where /proc/cpuinfo names no model, as on ARM. */
  readonly subject: ProcessorSubject | undefined
}

const KHZ_PER_MHZ = 1_000
const MHZ_PER_GHZ = 1_000

export async function readProcessor(platform: Platform): Promise<ProcessorReading> {
  const cpuinfo = await platform.readText('/proc/cpuinfo')
  const maxKhz = await platform.readText('/sys/devices/system/cpu/cpu0/cpufreq/cpuinfo_max_freq')
  const isNamed = cpuinfo.kind === 'read' && /^model name\s*:/m.test(cpuinfo.value)
  const subject = cpuinfo.kind === 'read' && !isNamed ? await readProcessorSubject() : undefined
  return { cpuinfo, maxKhz, machine: platform.machine, subject }
}

export function parseProcessor({ cpuinfo, maxKhz, machine, subject }: ProcessorReading): FactBody<Processor> {
  if (cpuinfo.kind !== 'read') return because(cpuinfo)
  const threads = cpuinfo.value
    .split(/\n\s*\n/)
    .map(fieldsOf)
    .filter((fields) => fields.processor !== undefined)
  const [first] = threads
  const name = textIn(first?.['model name'] ?? subject?.brand ?? '', 200)
  if (!first || name === undefined) return unknown('not-supported', '/proc/cpuinfo names no processor model')
  return {
    known: {
      name: name.replace(/\s+/g, ' '),
      vendor: textIn(first.vendor_id ?? subject?.vendor ?? '', 50) ?? NOT_TOLD,
      family: numberOf(first['cpu family']),
      model: numberOf(first.model),
      stepping: numberOf(first.stepping),
      ...topology(threads),
      threads: threads.length,
      maxMhz:
        subject && subject.speedMax > 0 ? Math.round(subject.speedMax * MHZ_PER_GHZ) : valueFrom(maxKhz, parseMhz, 'cpuinfo_max_freq'),
      architecture: architectureOf(machine, first.flags),
    },
    source: '/proc/cpuinfo',
  }
}

const NOT_TOLD = unknown('not-supported', 'not in /proc/cpuinfo')

function fieldsOf(block: string): Record<string, string | undefined> {
  return Object.fromEntries(
    block.split('\n').map((line) => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()]
    }),
  )
}

function numberOf(text: string | undefined): number | Unknown {
  return text === undefined ? NOT_TOLD : (wholeNumberIn(text) ?? unknown('failed', '/proc/cpuinfo: not a number'))
}

/** Old kernels and ARM give no ids; then cores cannot be told from threads. */
function topology(threads: Record<string, string | undefined>[]): Pick<Processor, 'sockets' | 'cores'> {
  const ids = threads.map((fields) => ({ socket: fields['physical id'], core: fields['core id'] }))
  if (ids.some(({ socket, core }) => socket === undefined || core === undefined)) return { sockets: NOT_TOLD, cores: NOT_TOLD }
  return {
    sockets: new Set(ids.map(({ socket }) => socket)).size,
    cores: new Set(ids.map(({ socket, core }) => `${socket}/${core}`)).size,
  }
}

function parseMhz(text: string): number | undefined {
  const kiloHertz = wholeNumberIn(text)
  return kiloHertz ? Math.round(kiloHertz / KHZ_PER_MHZ) : undefined
}

// What the processor can run, not what is installed: "lm" (long mode) marks a 64-bit processor under a 32-bit system.
function architectureOf(machine: string, flags: string | undefined): Processor['architecture'] {
  if (machine === 'aarch64' || machine === 'arm64') return 'arm64'
  if (machine === 'x86_64' || flags?.split(' ').includes('lm')) return 'x64'
  if (/^i[3-6]86$/.test(machine)) return flags === undefined ? NOT_TOLD : 'x86'
  return 'other'
}

export const processorProbe: Probe<'processor'> = {
  fact: 'processor',
  timeLimitMs: FILES_LIMIT_MS,
  linux: async ({ platform }) => parseProcessor(await readProcessor(platform)),
  windows: async ({ windows }) => parseProcessorOnWindows(windows),
  macos: async ({ macos }) => parseProcessorOnMac(macos),
}
