/** The days of a trend. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { trendDays } from '#collector/rolling/days.ts'
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
