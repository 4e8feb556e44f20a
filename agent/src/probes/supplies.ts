/** The batteries that feed the PC itself, as the kernel lists them among its power supplies; used by more than one probe. */
import { isUnknown, type Unknown, unknown } from '@somay/shared/unknown.ts'
import type { Platform } from '../platform/platform.ts'
import type { Reading, TextReading } from '../platform/reading.ts'
import { because, textIn, valueFrom, wholeNumberIn } from './because.ts'

const FILES = [
  'type',
  'scope',
  'present',
  'manufacturer',
  'model_name',
  'energy_full_design',
  'energy_full',
  'charge_full_design',
  'charge_full',
  'voltage_min_design',
  'cycle_count',
] as const

export type SupplyReading = Readonly<Record<(typeof FILES)[number], TextReading>>
export type SuppliesReading = Reading<SupplyReading[]>

const SUPPLY_FOLDER = '/sys/class/power_supply'
// The kernel counts microwatt-hours, microampere-hours and microvolts (Documentation/power/power_supply_class).
const MICRO_PER_MILLI = 1_000
const MICRO_PER_UNIT = 1_000_000

export async function readSupplies(platform: Platform): Promise<SuppliesReading> {
  const supplies = await platform.listFolder(SUPPLY_FOLDER)
  if (supplies.kind !== 'read') return supplies
  const readings = await Promise.all(
    supplies.value.map(async (name) => {
      const files = await Promise.all(
        FILES.map(async (file) => [file, await platform.readText(`${SUPPLY_FOLDER}/${name}/${file}`)] as const),
      )
      return Object.fromEntries(files) as unknown as SupplyReading
    }),
  )
  return { kind: 'read', value: readings }
}

/** "None" is said only when the kernel's list was read, and the kind of every one on it. */
export function batteriesIn(reading: SuppliesReading): SupplyReading[] | Unknown {
  if (reading.kind !== 'read') return because(reading)
  for (const { type } of reading.value) if (type.kind !== 'read') return because(type)
  return reading.value.filter(feedsThePc)
}

// A wireless mouse is a battery too; its scope says "Device". An empty bay says present 0.
function feedsThePc(supply: SupplyReading): boolean {
  return textOf(supply.type) === 'Battery' && textOf(supply.scope) !== 'Device' && textOf(supply.present) !== '0'
}

export function batteryName({ manufacturer, model_name }: SupplyReading): string | Unknown {
  const name = textIn([textOf(manufacturer), textOf(model_name)].filter(Boolean).join(' '), 100)
  return name ?? unknown('not-supported', 'the battery gives no name')
}

export function designCapacity({ energy_full_design, charge_full_design, voltage_min_design }: SupplyReading): number | Unknown {
  return capacity(energy_full_design, charge_full_design, voltage_min_design)
}

export function fullCapacity({ energy_full, charge_full, voltage_min_design }: SupplyReading): number | Unknown {
  return capacity(energy_full, charge_full, voltage_min_design)
}

/** Batteries that do not count say 0, so 0 is no reading. */
export function cyclesOf({ cycle_count }: SupplyReading): number | Unknown {
  return positive(cycle_count, 'the battery does not count its cycles')
}

function capacity(energy: TextReading, charge: TextReading, voltage: TextReading): number | Unknown {
  if (energy.kind !== 'absent') {
    const microWattHours = positive(energy)
    return isUnknown(microWattHours) ? microWattHours : Math.round(microWattHours / MICRO_PER_MILLI)
  }
  const microAmpereHours = positive(charge)
  const microVolts = positive(voltage)
  if (isUnknown(microAmpereHours)) return microAmpereHours
  if (isUnknown(microVolts)) return microVolts
  return Math.round((microAmpereHours * microVolts) / MICRO_PER_UNIT / MICRO_PER_MILLI)
}

function positive(reading: TextReading, zeroMeans = 'the battery says 0'): number | Unknown {
  return valueFrom(
    reading,
    (text) => {
      const count = wholeNumberIn(text)
      return count === 0 ? unknown('not-supported', zeroMeans) : count
    },
    'power_supply',
  )
}

function textOf(reading: TextReading): string {
  return reading.kind === 'read' ? reading.value.trim() : ''
}
