/** The days of a trend. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rolledDays, trendDays } from '#collector/rolling/days.ts'
import { dayText } from '#shared/text/days.ts'

const daysAt = (iso: string) => trendDays(Date.parse(iso), 'Asia/Ho_Chi_Minh').map(dayText)

test('thirteen ends of months and the last whole day, the oldest first', () => {
  const days = daysAt('2026-11-24T02:00:00Z')
  assert.equal(days.length, 14)
  assert.deepEqual([days[0], days[1], days.at(-2), days.at(-1)], ['2025-10-31', '2025-11-30', '2026-10-31', '2026-11-23'])
  assert.ok(days.includes('2026-02-28'))
})

test('on the first of a month the month that ended yesterday is there once, by the collector’s clock', () => {
  const days = daysAt('2026-11-30T17:30:00Z')
  assert.deepEqual([days.length, days.at(-2), days.at(-1)], [13, '2026-10-31', '2026-11-30'])
  assert.equal(daysAt('2026-11-30T16:30:00Z').at(-1), '2026-11-29')
})

test('every day of a trend is counted ahead, and each of the last 31 days, once: a year ago is another day', () => {
  for (const at of ['2026-11-24T02:00:00Z', '2026-11-30T17:30:00Z', '2026-03-01T02:00:00Z']) {
    const rolled = rolledDays(Date.parse(at), 'Asia/Ho_Chi_Minh').map(dayText)
    assert.deepEqual(
      daysAt(at).filter((day) => !rolled.includes(day)),
      [],
    )
    assert.equal(new Set(rolled).size, rolled.length)
    assert.deepEqual(rolled.slice(0, 31), rolled.toSorted().reverse().slice(0, 31))
  }
})
