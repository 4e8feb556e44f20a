/** Memory: the total Windows sees, the modules, and the slots of the board. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { toIdentifier } from '@somay/shared/identifier.ts'
import { isUnknown, type Unknown, unknown } from '@somay/shared/unknown.ts'
import type { Reading } from '../../platform/reading.ts'
import { because, sumOf } from '../because.ts'
import { type Row, rowOf, rowsOf, type WindowsReading } from './inventory.ts'
import { formFactorOf, isSystemMemory, typeOfModule } from './memory-codes.ts'
import { ask, notTold, numberOf, textOf } from './properties.ts'

type Memory = FactValue<'memory'>
type Module = Extract<Memory['modules'], unknown[]>[number]

const BYTES_PER_KB = 1_024
/** Win32_PhysicalMemoryArray.Use 3 is system memory; others are video or flash. */
const SYSTEM_USE = 3
/** SMBIOS writes this when the true number stands in the 64-bit field. */
const SEE_EXTENDED = 0x8000_0000
const NOT_IN_TABLE = unknown('not-supported', 'not in the SMBIOS table')

export function parseMemoryOnWindows(windows: WindowsReading | undefined): FactBody<Memory> {
  const totalBytes = ask(rowOf(windows, 'computer', 'computerSystem'), 'TotalPhysicalMemory', numberOf)
  const modules = modulesOf(rowsOf(windows, 'memory', 'modules'))
  const arrays = rowsOf(windows, 'memory', 'arrays')
  const installedBytes = isUnknown(modules) ? modules : sumOf(modules.map(({ sizeBytes }) => sizeBytes))
  const slots = slotsOf(arrays)
  return {
    known: {
      totalBytes,
      installedBytes,
      slots,
      freeSlots: freeSlotsOf(slots, modules),
      maximumBytes: maximumOf(arrays, installedBytes),
      modules,
    },
    source: 'Win32_PhysicalMemory, Win32_PhysicalMemoryArray',
  }
}

/** A PC without any memory does not run: none listed means that the table has none. */
function modulesOf(rows: Reading<Row[]>): Module[] | Unknown {
  if (rows.kind !== 'read') return because(rows)
  const modules = rows.value.filter(isSystemMemory).map(moduleOf)
  return modules.length === 0 ? NOT_IN_TABLE : modules
}

function moduleOf(row: Row, index: number): Module {
  const manufacturer = textOf(row, 'Manufacturer')
  const serial = textOf(row, 'SerialNumber')
  return {
    slot: textOf(row, 'DeviceLocator', 100) ?? textOf(row, 'BankLabel', 100) ?? `#${index + 1}`,
    sizeBytes: numberOf(row, 'Capacity') || notTold(row, 'Capacity'),
    type: typeOfModule(row),
    formFactor: formFactorOf(row),
    // What the module runs at; its label speed stands in where the board does not say.
    speedMtS: numberOf(row, 'ConfiguredClockSpeed') || numberOf(row, 'Speed') || NOT_IN_TABLE,
    ...(manufacturer !== undefined && { manufacturer: toIdentifier(manufacturer) }),
    ...(serial !== undefined && { serial: toIdentifier(serial) }),
  }
}

function systemArrays(arrays: Reading<Row[]>): Row[] | Unknown {
  if (arrays.kind !== 'read') return because(arrays)
  const found = arrays.value.filter((row) => numberOf(row, 'Use') === SYSTEM_USE)
  return found.length === 0 ? NOT_IN_TABLE : found
}

function slotsOf(reading: Reading<Row[]>): number | Unknown {
  const arrays = systemArrays(reading)
  return isUnknown(arrays) ? arrays : sumOf(arrays.map((row) => numberOf(row, 'MemoryDevices') || NOT_IN_TABLE))
}

function freeSlotsOf(slots: number | Unknown, modules: Module[] | Unknown): number | Unknown {
  if (isUnknown(slots)) return slots
  if (isUnknown(modules)) return modules
  return modules.length <= slots ? slots - modules.length : unknown('failed', 'more modules than slots in the SMBIOS table')
}

/** A maximum below what is in the PC was left in the table by a maker who copied it. */
function maximumOf(reading: Reading<Row[]>, installed: number | Unknown): number | Unknown {
  const arrays = systemArrays(reading)
  if (isUnknown(arrays)) return arrays
  const maximum = sumOf(arrays.map(maximumOfArray))
  if (isUnknown(maximum) || isUnknown(installed) || installed <= maximum) return maximum
  return unknown('failed', 'the SMBIOS table names a maximum below what is installed')
}

function maximumOfArray(row: Row): number | Unknown {
  const extended = numberOf(row, 'MaxCapacityEx')
  if (extended) return extended * BYTES_PER_KB
  const plain = numberOf(row, 'MaxCapacity')
  return plain && plain < SEE_EXTENDED ? plain * BYTES_PER_KB : NOT_IN_TABLE
}
