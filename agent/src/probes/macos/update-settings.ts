/** What macOS wrote down of its own looking for updates: when, and where; used by more than one fact. */
import { type Unknown, unknown } from '@somay/shared/unknown.ts'
import type { Reading } from '../../platform/reading.ts'
import { because } from '../because.ts'
import { toMinute } from '../minute.ts'
import { isRow, type MacReading, type Row, textOf } from './profile.ts'
import { wordsOf } from './properties.ts'
import { propertyListIn } from './property-list.ts'

/** The first is of searches for everything, the second of those for single kinds too. */
const SEARCHED = ['LastFullSuccessfulDate', 'LastSuccessfulDate'] as const
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/
const PASSED_OVER = unknown('not-supported', 'an own server for updates is set, which macOS passes over since version 11')

/** To the minute: a count of waiting updates is as fresh as this. */
export function lastSearchOn(mac: MacReading | undefined): string | Unknown {
  const settings = settingsOf(mac)
  if (settings.kind !== 'read') return because(settings)
  const written = SEARCHED.map((key) => wordsOf(settings.value, key)).find((one) => one !== undefined)
  if (written === undefined) return unknown('failed', 'macOS has never searched for updates here')
  return MOMENT.test(written) && !Number.isNaN(Date.parse(written))
    ? toMinute(written)
    : unknown('failed', 'LastSuccessfulDate: not understood')
}

/** Since macOS 11 updates come from Apple and nowhere else, whatever a CatalogURL of former times says; Apple's own lists of trial versions stand there too. */
export function updateSourceOn(mac: MacReading | undefined): string | Unknown {
  const settings = settingsOf(mac)
  if (settings.kind !== 'read') return because(settings)
  const catalog = wordsOf(settings.value, 'CatalogURL', 2_000)
  if (catalog === undefined) return 'Apple'
  const host = URL.canParse(catalog) ? new URL(catalog).hostname : ''
  return /(^|\.)apple\.com$/.test(host) ? 'Apple' : PASSED_OVER
}

function settingsOf(mac: MacReading | undefined): Reading<Row> {
  const text = textOf(mac, 'updateSettings')
  if (text.kind !== 'read') return text
  const settings = propertyListIn(text.value)
  return isRow(settings) ? { kind: 'read', value: settings } : { kind: 'failed', detail: 'com.apple.SoftwareUpdate: no property list' }
}
