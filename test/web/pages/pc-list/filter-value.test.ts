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
import { readTyped, typedOf } from '#web/pages/pc-list/typed-value.ts'

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

const ZONE = 'Asia/Ho_Chi_Minh'

test('a day is a day on the clocks of the ledger', () => {
  assert.equal(dayToInstant('30/09/2026', ZONE)?.start, Date.UTC(2026, 8, 29, 17))
  assert.equal(dayToInstant('1-9-2026', ZONE)?.start, Date.UTC(2026, 7, 31, 17))
  assert.equal(dayToInstant('30/09/2026', 'UTC')?.start, Date.UTC(2026, 8, 30))
  assert.equal(instantToDay(String(dayToInstant('01/01/2027', ZONE)?.start), ZONE), '01/01/2027')
})

test('days that do not exist are refused', () => {
  for (const typed of ['31/09/2026', '29/02/2026', '00/01/2026', '2026-09-30', '30/13/2026', '30/09/26', '']) {
    assert.equal(dayToInstant(typed, ZONE), undefined, typed)
  }
})

test('"until" and "after" a day count the whole of it, also where the clocks are changed', () => {
  const day = dayToInstant('30/09/2026', ZONE)
  assert.ok(day)
  const end = day.start + 86_400_000 - 1
  assert.deepEqual(
    ['lt', 'ge', 'le', 'gt'].map((operator) => instantForOperator(operator, day)),
    [day.start, day.start, end, end],
  )
  assert.equal(instantToDay(String(end), ZONE), '30/09/2026')
  const longDay = dayToInstant('25/10/2026', 'Europe/Berlin')
  assert.equal((longDay?.next ?? 0) - (longDay?.start ?? 0), 25 * 3_600_000)
})

test('a number of days before now is typed as such', () => {
  const column = {
    key: 'lastSeenAt',
    heading: { vi: '', en: '' },
    kind: 'instant' as const,
    shownByDefault: true,
    sortable: true,
    operators: [],
  }
  assert.equal(readTyped(' 7 ', 'within', column, ZONE), '7')
  for (const typed of ['0', '-1', '7.5', '30/09/2026', '', '99999']) assert.equal(readTyped(typed, 'older', column, ZONE), undefined, typed)
  assert.equal(typedOf({ column: 'lastSeenAt', operator: 'older', value: '30' }, column, { language: 'vi', timeZone: ZONE }), '30')
})
