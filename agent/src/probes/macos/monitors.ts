/** Monitors by their own EDID where macOS gives it, and by what it made of it where not. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { toIdentifier } from '@somay/shared/identifier.ts'
import { type Unknown, unknown } from '@somay/shared/unknown.ts'
import { because } from '../because.ts'
import { type Monitor, parseEdid } from '../edid.ts'
import { inOrder } from '../order.ts'
import { type MacReading, type Row, rowsIn, rowsOf, textOf } from './profile.ts'
import { notTold, wordsOf, yesNoOf } from './properties.ts'
import { type Screen, screensIn } from './screens.ts'

const MAX_MONITORS = 32
const FIRST_YEAR = 1990
const LAST_YEAR = 2100
const INTERNAL = 'spdisplays_internal'
const AIRPLAY = 'spdisplays_airplay'
/** "spdisplays_2560x1600Retina"; words such as "spdisplays_1080p" and sizes of other screens follow what a person has chosen. */
const PANEL = /^spdisplays_(\d{3,5})x(\d{3,5})Retina$/
/** What stands for a serial in screens that have none. */
const NO_NUMBERS = new Set([0, 0xffffffff, 0x01010101])
/** Every built-in screen of an Apple chip says this. */
const BUILT_IN_NUMBER = 0xfd626d62

export function parseMonitorsOnMac(mac: MacReading | undefined): FactBody<FactValue<'monitors'>> {
  const adapters = rowsOf(mac, 'SPDisplaysDataType')
  if (adapters.kind !== 'read') return because(adapters)
  if (adapters.value.length === 0) return unknown('failed', 'SPDisplaysDataType: the report is empty')
  const screens = screensIn(textOf(mac, 'screens'))
  const monitors = adapters.value
    .flatMap((adapter) => rowsIn(adapter, 'spdisplays_ndrvs'))
    .filter(isConnected)
    .map((row) => monitorOf(row, screens))
  return {
    known: { monitors: inOrder(monitors, (monitor) => JSON.stringify(monitor)).slice(0, MAX_MONITORS) },
    source: 'SPDisplaysDataType, I/O Registry',
  }
}

/** The screen of a closed lid is off, and one over AirPlay hangs on another device. */
function isConnected(row: Row): boolean {
  return yesNoOf(row, 'spdisplays_online') !== false && wordsOf(row, 'spdisplays_connection_type') !== AIRPLAY
}

function monitorOf(row: Row, screens: readonly Screen[]): Monitor {
  const whole = parseEdid(edidBytes(row))
  if (whole) return { ...whole, ...panelOf(row) }
  const screen = screenOf(row, screens)
  const year = screen?.madeYear ?? Number(wordsOf(row, '_spdisplays_display-year') ?? 0)
  return {
    manufacturer: makerCode(row),
    model: screen?.name ?? wordsOf(row, '_name') ?? notTold(row, '_name'),
    serial: serialOf(row, screen),
    madeYear:
      Number.isInteger(year) && year > FIRST_YEAR && year <= LAST_YEAR ? year : unknown('not-supported', 'the monitor does not tell'),
    ...sizeOf(row, screen),
  }
}

function edidBytes(row: Row): number[] {
  const [, hex] = /^0x([0-9a-f]+)$/i.exec(wordsOf(row, '_spdisplays_edid', 4_096) ?? '') ?? []
  return hex === undefined ? [] : [...Buffer.from(hex, 'hex')]
}

function hexOf(row: Row, key: string): number | undefined {
  const [, hex] = /^(?:0x)?([0-9a-f]{1,8})$/i.exec(wordsOf(row, key) ?? '') ?? []
  return hex === undefined ? undefined : Number.parseInt(hex, 16)
}

/** By maker, product and number; two of a kind with one number, or with none, are told apart by nothing. */
function screenOf(row: Row, screens: readonly Screen[]): Screen | undefined {
  const [vendor, product, serial] = ['vendor-id', 'product-id', 'serial-number'].map((key) => hexOf(row, `_spdisplays_display-${key}`))
  const alike = screens.filter(
    ({ vendorId, productId, serialNumber }) =>
      vendorId === vendor && productId === product && (serial === undefined || serialNumber === undefined || serialNumber === serial),
  )
  return alike.length === 1 ? alike[0] : undefined
}

/** Three letters of five bits each, A = 1; guests have other numbers here. */
function makerCode(row: Row): string | Unknown {
  const packed = hexOf(row, '_spdisplays_display-vendor-id')
  if (packed === undefined) return notTold(row, '_spdisplays_display-vendor-id')
  const letters = [10, 5, 0].map((shift) => String.fromCharCode(64 + ((packed >> shift) & 0x1f))).join('')
  return packed <= 0x7fff && /^[A-Z]{3}$/.test(letters) ? letters : unknown('not-supported', 'not a maker registered for EDID')
}

function serialOf(row: Row, screen: Screen | undefined): Monitor['serial'] {
  const text = screen?.serialText ?? wordsOf(row, 'spdisplays_display-serial-number')
  if (text !== undefined) return toIdentifier(text)
  const number = screen?.serialNumber ?? hexOf(row, '_spdisplays_display-serial-number')
  if (number === undefined || number === BUILT_IN_NUMBER) return unknown('not-supported', 'macOS tells no serial of this monitor')
  return NO_NUMBERS.has(number) ? toIdentifier('') : String(number)
}

function sizeOf(row: Row, screen: Screen | undefined): Pick<Monitor, 'widthPx' | 'heightPx'> {
  const size = panelOf(row) ?? (screen?.widthPx && screen.heightPx ? { widthPx: screen.widthPx, heightPx: screen.heightPx } : undefined)
  const chosen = unknown('not-supported', 'macOS tells the size that is set, not the one of the monitor')
  return size ?? { widthPx: chosen, heightPx: chosen }
}

/** Of a built-in screen macOS tells the panel itself; the EDID of one with 5K describes but half of it. */
function panelOf(row: Row): { widthPx: number; heightPx: number } | undefined {
  const [, width, height] = PANEL.exec(wordsOf(row, 'spdisplays_pixelresolution') ?? '') ?? []
  const isBuiltIn = wordsOf(row, 'spdisplays_connection_type') === INTERNAL
  return isBuiltIn && width && height ? { widthPx: Number(width), heightPx: Number(height) } : undefined
}
