/** Memory: modules in their slots on Intel; on Apple silicon a part of the chip, with a size and a kind and no slots. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { toIdentifier } from '@somay/shared/identifier.ts'
import { type Unknown, unknown } from '@somay/shared/unknown.ts'
import { because, sumOf } from '../because.ts'
import { type MacReading, type Row, rowsIn, rowsOf } from './profile.ts'
import { memorySizeOf, notTold, wordsOf } from './properties.ts'
import { kernelCount } from './sysctl.ts'

type Memory = FactValue<'memory'>
type Module = Extract<Memory['modules'], unknown[]>[number]
type Modules = Omit<Memory, 'totalBytes'>

/** The key of a row that tells of memory without slots bears the name of the data type. */
const UNIFIED = 'SPMemoryDataType'
const EMPTY = /^empty$/i
const SPEED = /^(\d{2,6})\s(MHz|MT\/s)$/
const NO_SLOTS = unknown('not-supported', 'memory that is part of the chip; macOS tells of no slots')
const NO_MAXIMUM = unknown('not-supported', 'macOS does not tell what the board can take')
const NO_FORM = unknown('not-supported', 'macOS does not tell the form of a module')

export function parseMemoryOnMac(mac: MacReading | undefined): FactBody<Memory> {
  return {
    known: { totalBytes: kernelCount(mac, 'hw.memsize'), ...modulesOf(mac) },
    source: 'sysctl, SPMemoryDataType',
  }
}

function modulesOf(mac: MacReading | undefined): Modules {
  const memory = rowsOf(mac, 'SPMemoryDataType')
  if (memory.kind !== 'read') return allUnknown(because(memory))
  const slots = memory.value.flatMap((row) => rowsIn(row, '_items'))
  if (slots.length > 0) return inSlots(slots)
  const whole = memory.value.find((row) => wordsOf(row, UNIFIED) !== undefined)
  return whole ? unified(whole) : allUnknown(unknown('failed', 'SPMemoryDataType: neither slots nor a size'))
}

function allUnknown(why: Unknown): Modules {
  return { installedBytes: why, slots: why, freeSlots: why, maximumBytes: why, modules: why }
}

function inSlots(slots: readonly Row[]): Modules {
  const modules = slots.filter((slot) => !isEmpty(slot)).map(moduleOf)
  // A Mac without any memory does not run.
  if (modules.length === 0) return allUnknown(unknown('failed', 'SPMemoryDataType: every slot is said to be empty'))
  return {
    installedBytes: sumOf(modules.map(({ sizeBytes }) => sizeBytes)),
    slots: slots.length,
    freeSlots: slots.length - modules.length,
    maximumBytes: NO_MAXIMUM,
    modules,
  }
}

function isEmpty(slot: Row): boolean {
  return EMPTY.test(wordsOf(slot, 'dimm_status') ?? '') || EMPTY.test(wordsOf(slot, 'dimm_size') ?? '')
}

function moduleOf(slot: Row, index: number): Module {
  return {
    slot: wordsOf(slot, '_name', 100) ?? `#${index + 1}`,
    sizeBytes: memorySizeOf(slot, 'dimm_size') ?? notTold(slot, 'dimm_size'),
    type: typeOf(slot),
    formFactor: NO_FORM,
    speedMtS: speedOf(slot),
    ...named(slot, 'manufacturer', 'dimm_manufacturer'),
    ...named(slot, 'serial', 'dimm_serial_number'),
  }
}

function unified(memory: Row): Modules {
  const sizeBytes = memorySizeOf(memory, UNIFIED) ?? notTold(memory, UNIFIED)
  return {
    installedBytes: sizeBytes,
    slots: NO_SLOTS,
    freeSlots: NO_SLOTS,
    maximumBytes: NO_MAXIMUM,
    modules: [
      {
        slot: 'unified',
        sizeBytes,
        type: typeOf(memory),
        formFactor: NO_FORM,
        speedMtS: speedOf(memory),
        ...named(memory, 'manufacturer', 'dimm_manufacturer'),
      },
    ],
  }
}

function typeOf(row: Row): string | Unknown {
  const type = wordsOf(row, 'dimm_type', 40)
  return type === undefined || /^unknown$/i.test(type) ? unknown('not-supported', 'dimm_type: macOS does not tell') : type
}

function speedOf(row: Row): number | Unknown {
  const [, count] = SPEED.exec(wordsOf(row, 'dimm_speed') ?? '') ?? []
  return count === undefined ? notTold(row, 'dimm_speed') : Number(count)
}

function named<K extends 'manufacturer' | 'serial'>(row: Row, name: K, key: string): Partial<Pick<Module, K>> {
  const text = wordsOf(row, key)
  return (text === undefined ? {} : { [name]: toIdentifier(text) }) as Partial<Pick<Module, K>>
}
