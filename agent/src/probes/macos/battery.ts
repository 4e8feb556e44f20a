/** The battery of a Mac: present or not is itself a reading; its capacity is told in no unit of energy. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { unknown } from '@somay/shared/unknown.ts'
import type { Reading } from '../../platform/reading.ts'
import { because } from '../because.ts'
import { isRow, type MacReading, type Row, rowsOf } from './profile.ts'
import { notTold, wordsOf, yesNoOf } from './properties.ts'

const MAX_BATTERIES = 8
const PARTS = ['sppower_battery_model_info', 'sppower_battery_health_info', 'sppower_battery_charge_info']
export const NO_ENERGY = unknown('not-supported', 'macOS counts in mAh and does not tell the design voltage')

export function parseBatteryOnMac(mac: MacReading | undefined): FactBody<FactValue<'battery'>> {
  const rows = batteriesOn(mac)
  if (rows.kind !== 'read') return because(rows)
  const batteries = rows.value.map((row) => ({ name: batteryName(row), designCapacityMwh: NO_ENERGY }))
  return { known: { batteries }, source: 'SPPowerDataType' }
}

export function batteriesOn(mac: MacReading | undefined): Reading<Row[]> {
  const rows = rowsOf(mac, 'SPPowerDataType')
  if (rows.kind !== 'read') return rows
  // A desktop tells of its settings and its missing backup supply; nothing at all is no answer.
  if (rows.value.length === 0) return { kind: 'failed', detail: 'SPPowerDataType: the report is empty' }
  return { kind: 'read', value: rows.value.filter(isBattery).slice(0, MAX_BATTERIES) }
}

function isBattery(row: Row): boolean {
  return PARTS.some((part) => isRow(row[part])) && yesNoOf(row, 'sppower_battery_installed') !== false
}

export function batteryName(row: Row): FactValue<'battery'>['batteries'][number]['name'] {
  const model = isRow(row.sppower_battery_model_info) ? row.sppower_battery_model_info : {}
  const name = [wordsOf(model, 'sppower_battery_manufacturer'), wordsOf(model, 'sppower_battery_device_name')].filter(Boolean).join(' ')
  return name.slice(0, 100).trim() || notTold(model, 'sppower_battery_device_name')
}
