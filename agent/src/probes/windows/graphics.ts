/** Graphics adapters; memory only from where it can be believed. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { type Unknown, unknown } from '@somay/shared/unknown.ts'
import type { Reading } from '../../platform/reading.ts'
import { because } from '../because.ts'
import { inOrder } from '../order.ts'
import { type Row, rowsOf, type WindowsReading } from './inventory.ts'
import { notTold, numberOf, textOf } from './properties.ts'

type Adapter = FactValue<'graphics'>['adapters'][number]

/** Adapters made by software: the display of a remote desktop, the basic renderer, mirrors of support programs. */
const SOFTWARE = /^(SWD|ROOT)\\/i
const MAX_ADAPTERS = 32

export function parseGraphicsOnWindows(windows: WindowsReading | undefined): FactBody<FactValue<'graphics'>> {
  const controllers = rowsOf(windows, 'graphics', 'controllers')
  if (controllers.kind !== 'read') return because(controllers)
  const drivers = rowsOf(windows, 'graphics', 'drivers')
  const adapters = controllers.value.filter((row) => !SOFTWARE.test(textOf(row, 'PNPDeviceID') ?? '')).map((row) => adapterOf(row, drivers))
  return {
    known: { adapters: inOrder(adapters, (adapter) => JSON.stringify(adapter.name)).slice(0, MAX_ADAPTERS) },
    source: 'Win32_VideoController, registry',
  }
}

function adapterOf(row: Row, drivers: Reading<Row[]>): Adapter {
  return {
    name: textOf(row, 'Name') ?? notTold(row, 'Name'),
    vendor: textOf(row, 'AdapterCompatibility', 100) ?? notTold(row, 'AdapterCompatibility'),
    memoryBytes: memoryOf(row, drivers),
    driverVersion: textOf(row, 'DriverVersion', 100) ?? notTold(row, 'DriverVersion'),
  }
}

function memoryOf(row: Row, drivers: Reading<Row[]>): number | Unknown {
  const device = textOf(row, 'PNPDeviceID', 1_000)
  const driver = drivers.kind === 'read' && device ? drivers.value.find((one) => textOf(one, 'PNPDeviceID', 1_000) === device) : undefined
  const written = driver && numberOf(driver, 'HardwareInformation.qwMemorySize')
  if (written) return written
  // Win32_VideoController.AdapterRAM and HardwareInformation.MemorySize have 32 bits: a card of 6 GB comes out as 2. Neither is taken.
  return drivers.kind === 'read' ? unknown('not-supported', 'the driver tells no memory') : because(drivers)
}
