/** Measures of memory: how much there is, of which type, and what the board lets anybody do about it. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { MemoryType } from '@somay/shared/text/plan.ts'
import { isUnknown, unknown } from '@somay/shared/unknown.ts'
import { type Facts, type Measured, of, whenKnown } from './measured.ts'
import type { Measures } from './measures.ts'

type Memory = FactValue<'memory'>
type Module = Extract<Memory['modules'], readonly unknown[]>[number]
type MemoryMeasures = Pick<
  Measures,
  'memoryBytes' | 'memoryVisibleBytes' | 'memoryFreeSlots' | 'memoryMaximumBytes' | 'memorySoldered' | 'memoryAddedBytes' | 'memoryType'
>

export function memoryMeasures(facts: Facts): MemoryMeasures {
  return {
    memoryBytes: of(facts, 'memory', ({ installedBytes }) => installedBytes),
    memoryVisibleBytes: of(facts, 'memory', ({ totalBytes }) => totalBytes),
    memoryFreeSlots: of(facts, 'memory', freeSlotsOf),
    memoryMaximumBytes: of(facts, 'memory', maximumOf),
    memorySoldered: of(facts, 'memory', solderedOf),
    memoryAddedBytes: of(facts, 'memory', addedOf),
    memoryType: of(facts, 'memory', typeOf),
  }
}

/** What SMBIOS writes where the size does not fit, 0x80000000 kB: read as a size it is 2 TB. */
const DOES_NOT_FIT = 0x8000_0000 * 1024

/** Firmware tables are often copied from another board: a board that holds more than it can is not believed. */
function maximumOf({ maximumBytes, installedBytes }: Memory): Measured<number> {
  return whenKnown(maximumBytes, (most) => {
    if (most === 0 || most === DOES_NOT_FIT) return unknown('not-supported', 'the firmware names no maximum')
    return !isUnknown(installedBytes) && installedBytes > most ? unknown('failed', 'the firmware tells less than is installed') : most
  })
}

/** Boards list the chip their firmware lies in beside the memory. */
const modulesOf = ({ modules }: Memory): Measured<readonly Module[]> =>
  whenKnown(modules, (all) => all.filter(({ type }) => isUnknown(type) || !/^flash$/i.test(type)))

const LOW_POWER = /^lpddr/i
const PLUGGED = /^(so-?dimm|fb-?dimm|dimm|simm|rimm|srimm|camm\d?)$/i
const ON_THE_BOARD = /^(row of chips|chip|die|tsop|smd|bga|fpbga)$/i

/** LPDDR is soldered: a table that has it plugged in contradicts itself. */
function isSoldered({ type, formFactor }: Module): Measured<boolean> {
  const isLowPower = !isUnknown(type) && LOW_POWER.test(type)
  if (!isUnknown(formFactor)) {
    if (ON_THE_BOARD.test(formFactor)) return true
    if (PLUGGED.test(formFactor)) return isLowPower ? unknown('failed', 'LPDDR in the form of a module: one of the two is wrong') : false
  }
  if (isLowPower) return true
  return isUnknown(formFactor) ? formFactor : unknown('not-supported', `the form "${formFactor}" does not tell whether it can be taken out`)
}

/** Nothing of what is in can be taken out. */
function solderedOf(memory: Memory): Measured<boolean> {
  return whenKnown(modulesOf(memory), (modules) => {
    const each = modules.map(isSoldered)
    if (each.includes(false)) return false
    return each.find(isUnknown) ?? (each.length > 0 ? true : unknown('failed', 'no module was told'))
  })
}

/** A board with LPDDR has no slots, whatever channels its table counts as such. */
function freeSlotsOf(memory: Memory): Measured<number> {
  const modules = modulesOf(memory)
  const isLowPower = !isUnknown(modules) && modules.some(({ type }) => !isUnknown(type) && LOW_POWER.test(type))
  return isLowPower && solderedOf(memory) === true ? 0 : memory.freeSlots
}

/** The most there can be when modules are put into the free slots, and nothing is taken out. */
function addedOf(memory: Memory): Measured<number> {
  return whenKnown(memory.installedBytes, (installed) =>
    whenKnown(freeSlotsOf(memory), (free) =>
      free === 0
        ? installed
        : whenKnown(maximumOf(memory), (most) =>
            whenKnown(moduleLimit(memory, most), (largest) => Math.min(most, installed + free * largest)),
          ),
    ),
  )
}

/** The largest module a slot takes: its part of what the board takes beside what is soldered, unless a larger one is in already. */
function moduleLimit(memory: Memory, most: number): Measured<number> {
  return whenKnown(memory.slots, (slots) =>
    whenKnown(modulesOf(memory), (modules) => {
      const soldered = modules.filter((module) => isSoldered(module) === true)
      const sizes = (of: readonly Module[]) => of.map(({ sizeBytes }) => (isUnknown(sizeBytes) ? 0 : sizeBytes))
      const left = most - sizes(soldered).reduce((sum, size) => sum + size, 0)
      const places = slots - soldered.length
      if (places < 1 || left <= 0) return unknown('failed', 'what is soldered fills every slot and more')
      return Math.max(powerOfTwo(left / places), ...sizes(modules.filter((module) => !soldered.includes(module))))
    }),
  )
}

/** Modules come so. */
function powerOfTwo(bytes: number): number {
  return 2 ** Math.floor(Math.log2(bytes))
}

const TYPES: readonly (readonly [pattern: RegExp, type: MemoryType])[] = [
  [/^ddr3/i, 'ddr3'],
  [/^ddr4/i, 'ddr4'],
  [/^ddr5/i, 'ddr5'],
  [/^(lpddr|ddr2|ddr$)/i, 'other'],
]

/** What all modules that tell it agree on. Words such as "SDRAM" stand for all of them. */
function typeOf(memory: Memory): Measured<MemoryType> {
  return whenKnown(modulesOf(memory), (modules) => {
    const told = modules.flatMap(({ type }) => (isUnknown(type) ? [] : (TYPES.find(([pattern]) => pattern.test(type))?.[1] ?? [])))
    const [type, ...others] = new Set(told)
    if (type !== undefined) return others.length === 0 ? type : unknown('failed', 'modules of different types')
    return modules.map((module) => module.type).find(isUnknown) ?? unknown('not-supported', 'the table does not tell the type of memory')
  })
}
