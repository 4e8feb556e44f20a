/** The battery of a Mac: present or not is itself a reading; its capacity is told in no unit of energy. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { unknown } from '@somay/shared/unknown.ts'
import { because } from '../because.ts'
import { isRow, type MacReading, type Row, rowsOf } from './profile.ts'
import { notTold, wordsOf, yesNoOf } from './properties.ts'

const MAX_BATTERIES = 8
const PARTS = ['sppower_battery_model_info', 'sppower_battery_health_info', 'sppower_battery_charge_info']
const NO_ENERGY = unknown('not-supported', 'macOS counts in mAh and does not tell the design voltage')

export function parseBatteryOnMac(mac: MacReading | undefined): FactBody<FactValue<'battery'>> {
  const rows = rowsOf(mac, 'SPPowerDataType')
  if (rows.kind !== 'read') return because(rows)
  // A desktop tells of its settings and its missing backup supply; nothing at all is no answer.
  if (rows.value.length === 0) return unknown('failed', 'SPPowerDataType: the report is empty')
  const batteries = rows.value.filter(isBattery).map((row) => ({ name: nameOf(row), designCapacityMwh: NO_ENERGY }))
  return { known: { batteries: batteries.slice(0, MAX_BATTERIES) }, source: 'SPPowerDataType' }
}

function isBattery(row: Row): boolean {
  return PARTS.some((part) => isRow(row[part])) && yesNoOf(row, 'sppower_battery_installed') !== false
}

function nameOf(row: Row): FactValue<'battery'>['batteries'][number]['name'] {
  const model = isRow(row.sppower_battery_model_info) ? row.sppower_battery_model_info : {}
  const name = [wordsOf(model, 'sppower_battery_manufacturer'), wordsOf(model, 'sppower_battery_device_name')].filter(Boolean).join(' ')
  return name.slice(0, 100).trim() || notTold(model, 'sppower_battery_device_name')
}
