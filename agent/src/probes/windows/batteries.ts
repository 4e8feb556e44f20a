/** The batteries that feed the PC; used by more than one fact. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { isUnknown, type Unknown, unknown } from '@somay/shared/unknown.ts'
import type { Reading } from '../../platform/reading.ts'
import { because } from '../because.ts'
import { inOrder } from '../order.ts'
import { type Row, rowsOf, type WindowsReading } from './inventory.ts'
import { numberOf, textOf } from './properties.ts'

export type WindowsBattery = {
  readonly name: string | Unknown
  readonly designCapacityMwh: number | Unknown
  readonly fullCapacityMwh: number | Unknown
  readonly cycles: number | Unknown
}

/** BATTERY_INFORMATION.Capabilities: capacities are in no unit; a backup supply (UPS) and not the PC's own battery. */
const RELATIVE = 0x4000_0000
const SHORT_TERM = 0x2000_0000
const MAX_BATTERIES = 8
/** BATTERY_UNKNOWN_CAPACITY, and what firmware writes for any number it does not know. */
const NOT_KNOWN = 0xffff_ffff

const NOT_TOLD = unknown('not-supported', 'the battery does not tell')
const NO_UNIT = unknown('not-supported', 'the battery counts in percent, not in mWh')

/** "None" is said only when the list of Windows was read and is empty. The driver's own class tells more, where it answers. */
export function batteriesOn(windows: WindowsReading | undefined): WindowsBattery[] | Unknown {
  const listed = rowsOf(windows, 'battery', 'batteries')
  const made = rowsOf(windows, 'battery', 'made')
  if (made.kind === 'read' && made.value.length > 0) {
    const full = rowsOf(windows, 'battery', 'full')
    const cycles = rowsOf(windows, 'battery', 'cycles')
    const own = made.value.filter((row) => !has(row, SHORT_TERM))
    return ordered(own.map((row) => fromDriver(row, full, cycles)))
  }
  if (listed.kind !== 'read') return because(listed)
  return ordered(listed.value.map(fromList))
}

function ordered(batteries: readonly WindowsBattery[]): WindowsBattery[] {
  return inOrder(batteries, ({ name }) => JSON.stringify(name)).slice(0, MAX_BATTERIES)
}

// Bits of a 32-bit number; the highest would make it negative in JavaScript, so it is divided and not shifted.
function has(row: Row, bit: number): boolean {
  return Math.floor((numberOf(row, 'Capabilities') ?? 0) / bit) % 2 === 1
}

function fromDriver(row: Row, full: Reading<Row[]>, cycles: Reading<Row[]>): WindowsBattery {
  // Without the row's own word on the unit nobody knows what its numbers count.
  const relative = numberOf(row, 'Capabilities') === undefined || has(row, RELATIVE)
  const name = [textOf(row, 'ManufactureName'), textOf(row, 'DeviceName')].filter(Boolean).join(' ').slice(0, 100)
  return {
    name: name === '' ? NOT_TOLD : name,
    designCapacityMwh: relative ? NO_UNIT : amountOf(row, 'DesignedCapacity'),
    fullCapacityMwh: relative ? NO_UNIT : sameBattery(row, full, 'FullChargedCapacity'),
    // Batteries that do not count say 0.
    cycles: sameBattery(row, cycles, 'CycleCount'),
  }
}

function sameBattery(row: Row, others: Reading<Row[]>, name: string): number | Unknown {
  if (others.kind !== 'read') return because(others)
  const instance = textOf(row, 'InstanceName', 1_000)
  const found = others.value.find((other) => textOf(other, 'InstanceName', 1_000) === instance)
  return found ? amountOf(found, name) : NOT_TOLD
}

function amountOf(row: Row, name: string): number | Unknown {
  const told = numberOf(row, name)
  return told === undefined || told === 0 || told === NOT_KNOWN ? NOT_TOLD : told
}

function fromList(row: Row): WindowsBattery {
  return {
    name: textOf(row, 'Name', 100) ?? NOT_TOLD,
    designCapacityMwh: amountOf(row, 'DesignCapacity'),
    fullCapacityMwh: amountOf(row, 'FullChargeCapacity'),
    cycles: NOT_TOLD,
  }
}

export function parseBatteryOnWindows(windows: WindowsReading | undefined): FactBody<FactValue<'battery'>> {
  const found = batteriesOn(windows)
  if (isUnknown(found)) return found
  return {
    known: { batteries: found.map(({ name, designCapacityMwh }) => ({ name, designCapacityMwh })) },
    source: 'Win32_Battery, BatteryStaticData',
  }
}
