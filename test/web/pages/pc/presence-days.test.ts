/** The days of the calendar: the most that is known of each, and no day a month does not have. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countOf, daysOf, type Month } from '#web/pages/pc/presence-days.ts'

const month = (some: Partial<Month>): Month => ({
  month: 202602,
  internet: 0,
  reached: 0,
  lan: 0,
  sampled: 0,
  powered: 0,
  used: 0,
  useTold: 0,
  ...some,
})

test('a day shows the most that is known of it, and nothing where nothing was heard', () => {
  const days = daysOf(month({ internet: 0b0001, reached: 0b0011, lan: 0b0111, sampled: 0b1111, powered: 0b11111 }))
  assert.deepEqual(days.slice(0, 6), ['internet', 'reached', 'lan', 'sampled', 'powered', undefined])
})

test('months have the days they have, the thirty-first too', () => {
  assert.equal(daysOf(month({})).length, 28)
  assert.equal(daysOf(month({ month: 202402 })).length, 29)
  const long = month({ month: 202512, internet: 2 ** 30 })
  assert.deepEqual([daysOf(long).length, daysOf(long)[30], countOf(long.internet)], [31, 'internet', 1])
  assert.equal(countOf(2 ** 31 - 1), 31)
})
