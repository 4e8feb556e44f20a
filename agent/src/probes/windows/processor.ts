/** The processor with its CPUID numbers, from WMI, and what the registry keeps of it when WMI is broken. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { type Unknown, unknown } from '@somay/shared/unknown.ts'
import type { Unread } from '../../platform/reading.ts'
import { because } from '../because.ts'
import { type Row, rowOf, rowsOf, type WindowsReading } from './inventory.ts'
import { notTold, numberOf, textOf } from './properties.ts'

type Processor = FactValue<'processor'>

/** "Intel64 Family 6 Model 60 Stepping 3", in English in every language of Windows. */
const NUMBERS = /Family (\d+) Model (\d+) Stepping (\d+)/
/** Win32_Processor.Architecture. */
const X86 = 0
const X64 = 9
const ARM64 = 12

export function parseProcessorOnWindows(windows: WindowsReading | undefined): FactBody<Processor> {
  const processors = rowsOf(windows, 'processor', 'processors')
  if (processors.kind !== 'read') return fromRegistry(windows, processors)
  const [first] = processors.value
  const name = first && textOf(first, 'Name')
  if (!first || name === undefined) return fromRegistry(windows, { kind: 'absent', detail: 'processor.processors: Windows shows none' })
  // Windows Server 2003 gives a row for each thread and no cores; then sockets cannot be counted either.
  const tellsCores = numberOf(first, 'NumberOfCores') !== undefined
  return {
    known: {
      name: name.replace(/\s+/g, ' '),
      vendor: textOf(first, 'Manufacturer', 50) ?? notTold(first, 'Manufacturer'),
      ...numbersIn(first, 'Description'),
      sockets: tellsCores ? processors.value.length : notTold(first, 'NumberOfCores'),
      cores: sumOf(processors.value, 'NumberOfCores'),
      threads: sumOf(processors.value, 'NumberOfLogicalProcessors'),
      maxMhz: numberOf(first, 'MaxClockSpeed') || notTold(first, 'MaxClockSpeed'),
      architecture: architectureOf(first),
    },
    source: 'Win32_Processor',
  }
}

function numbersIn(row: Row, name: string): Pick<Processor, 'family' | 'model' | 'stepping'> {
  const found = NUMBERS.exec(textOf(row, name) ?? '')
  const [family, model, stepping] = (found?.slice(1).map(Number) ?? []) as (number | undefined)[]
  const none = notTold(row, name)
  return { family: family ?? none, model: model ?? none, stepping: stepping ?? none }
}

function sumOf(rows: readonly Row[], name: string): number | Unknown {
  let sum = 0
  for (const row of rows) {
    const count = numberOf(row, name)
    if (!count) return notTold(row, name)
    sum += count
  }
  return sum
}

// What the processor can run: a 64-bit one under a 32-bit Windows has a data width of 64.
function architectureOf(row: Row): Processor['architecture'] {
  const architecture = numberOf(row, 'Architecture')
  if (architecture === ARM64) return 'arm64'
  if (architecture === undefined) return notTold(row, 'Architecture')
  if (architecture === X64) return 'x64'
  if (architecture !== X86) return 'other'
  const width = numberOf(row, 'DataWidth')
  if (width === undefined) return notTold(row, 'DataWidth')
  return width === 64 ? 'x64' : 'x86'
}

function fromRegistry(windows: WindowsReading | undefined, unread: Unread): FactBody<Processor> {
  const registry = rowOf(windows, 'processor', 'registry')
  const name = registry.kind === 'read' ? textOf(registry.value, 'ProcessorNameString') : undefined
  if (registry.kind !== 'read' || name === undefined) return because(unread)
  const none = because(unread)
  return {
    known: {
      name: name.replace(/\s+/g, ' '),
      vendor: textOf(registry.value, 'VendorIdentifier', 50) ?? unknown('not-supported', 'VendorIdentifier: Windows does not tell'),
      ...numbersIn(registry.value, 'Identifier'),
      sockets: none,
      cores: none,
      threads: none,
      maxMhz: none,
      architecture: none,
    },
    source: 'registry',
  }
}
