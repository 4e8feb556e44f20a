/** What people type into filters becomes exactly what the collector takes, or is refused. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  bytesToGigabytes,
  dayToInstant,
  gigabytesToBytes,
  instantForOperator,
  instantToDay,
  wholeNumber,
} from '#web/pages/pc-list/filter-value.ts'

test('a comma and a point are the same decimal mark', () => {
  assert.equal(gigabytesToBytes('7,5'), 7.5 * 1024 ** 3)
  assert.equal(gigabytesToBytes(' 8.0 '), 8 * 1024 ** 3)
  assert.equal(bytesToGigabytes(String(7.5 * 1024 ** 3), ','), '7,5')
})

test('what is no number is refused, not read as zero', () => {
  for (const typed of ['', ' ', '8 GB', '-1', '1e3', '1.234.5', 'Infinity', '0x10']) assert.equal(gigabytesToBytes(typed), undefined, typed)
  for (const typed of ['', '3.5', '-1', '\u0663', '1 000']) assert.equal(wholeNumber(typed), undefined, typed)
  assert.equal(bytesToGigabytes('', ','), '')
})

test('a day is a day in Viet Nam', () => {
  assert.equal(dayToInstant('30/09/2026'), Date.UTC(2026, 8, 29, 17))
  assert.equal(dayToInstant('1-9-2026'), Date.UTC(2026, 7, 31, 17))
  assert.equal(instantToDay(String(dayToInstant('01/01/2027'))), '01/01/2027')
})

test('days that do not exist are refused', () => {
  for (const typed of ['31/09/2026', '29/02/2026', '00/01/2026', '2026-09-30', '30/13/2026', '30/09/26', '']) {
    assert.equal(dayToInstant(typed), undefined, typed)
  }
})

test('"until" and "after" a day count the whole of it', () => {
  const start = Date.UTC(2026, 8, 29, 17)
  const end = start + 86_400_000 - 1
  assert.deepEqual(
    ['lt', 'ge', 'le', 'gt'].map((operator) => instantForOperator(operator, start)),
    [start, start, end, end],
  )
  assert.equal(instantToDay(String(end)), '30/09/2026')
})
