/** Monitors by their own block (EDID) from the registry, or by what WMI made of it. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { toIdentifier } from '@somay/shared/identifier.ts'
import { type Unknown, unknown } from '@somay/shared/unknown.ts'
import { because } from '../because.ts'
import { type Monitor, parseEdid } from '../edid.ts'
import { inOrder } from '../order.ts'
import { listOf, type Row, rowsOf, type WindowsReading } from './inventory.ts'
import { notTold, numberOf, yesNoOf } from './properties.ts'

const MAX_MONITORS = 32
const NO_BLOCK = unknown('not-supported', 'Windows keeps no EDID of this monitor')

export function parseMonitorsOnWindows(windows: WindowsReading | undefined): FactBody<FactValue<'monitors'>> {
  const rows = rowsOf(windows, 'monitors', 'monitors')
  if (rows.kind !== 'read') return because(rows)
  const monitors = rows.value.filter((row) => yesNoOf(row, 'Active') !== false).map(monitorOf)
  return {
    known: { monitors: inOrder(monitors, (monitor) => JSON.stringify(monitor)).slice(0, MAX_MONITORS) },
    source: 'WmiMonitorID, EDID',
  }
}

function monitorOf(row: Row): Monitor {
  const bytes = listOf(row.EDID).map(Number)
  const whole = bytes.length > 0 ? parseEdid(bytes) : undefined
  if (whole) return whole
  const year = numberOf(row, 'YearOfManufacture')
  const serial = lettersOf(row, 'SerialNumberID')
  return {
    manufacturer: lettersOf(row, 'ManufacturerName') ?? notTold(row, 'ManufacturerName'),
    model: lettersOf(row, 'UserFriendlyName') ?? lettersOf(row, 'ProductCodeID') ?? notTold(row, 'UserFriendlyName'),
    serial: serial === undefined ? notTold(row, 'SerialNumberID') : toIdentifier(serial),
    madeYear: year && year > 1990 ? year : notTold(row, 'YearOfManufacture'),
    ...sizeUnknown(bytes),
  }
}

function sizeUnknown(bytes: readonly number[]): { widthPx: Unknown; heightPx: Unknown } {
  const why = bytes.length === 0 ? NO_BLOCK : unknown('failed', 'EDID: not understood')
  return { widthPx: why, heightPx: why }
}

/** WmiMonitorID writes texts as lists of character codes, padded with zeros. */
function lettersOf(row: Row, name: string): string | undefined {
  const codes = listOf(row[name]).map(Number)
  const text = codes.flatMap((code) => (code >= 32 && code < 0xffff ? [String.fromCharCode(code)] : [])).join('')
  return text.trim() === '' ? undefined : text.trim().slice(0, 200)
}
