/** What kind of box the PC is. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import type { Unknown } from '@somay/shared/unknown.ts'
import type { Reading } from '../../platform/reading.ts'
import { because } from '../because.ts'
import { kindOfChassis, TYPE_BITS } from '../chassis-kinds.ts'
import { listOf, type Row, rowOf, type WindowsReading } from './inventory.ts'
import { identifierOf, notTold } from './properties.ts'
import { virtualOn } from './virtual.ts'

export function parseChassisOnWindows(windows: WindowsReading | undefined): FactBody<FactValue<'chassis'>> {
  const enclosure = rowOf(windows, 'computer', 'enclosure')
  const virtual = virtualOn(windows)
  if (enclosure.kind !== 'read' && virtual !== true) return because(enclosure)
  const typeCode = typeCodeOf(enclosure)
  return {
    known: {
      kind: virtual === true ? 'virtual' : kindOfChassis(typeCode),
      typeCode,
      manufacturer: identifierOf(enclosure, 'Manufacturer'),
      serial: identifierOf(enclosure, 'SerialNumber'),
    },
    source: 'Win32_SystemEnclosure',
  }
}

/** An array with one number as a rule; a docking station may add a second, and then the first is the PC's own. */
function typeCodeOf(enclosure: Reading<Row>): number | Unknown {
  if (enclosure.kind !== 'read') return because(enclosure)
  const first = Number(listOf(enclosure.value.ChassisTypes)[0])
  return Number.isInteger(first) && first > 0 && first < 256 ? first & TYPE_BITS : notTold(enclosure.value, 'ChassisTypes')
}
