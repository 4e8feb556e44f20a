/** Thinning: what gives way, and what never does. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dayKey, rankOf, thinSamples } from '#agent/outbox/thin-samples.ts'
import type { Sample } from '#shared/report.ts'
import { NOON, quarters } from '../samples.ts'

const STATES: Sample['state'][] = ['internet', 'wan-only', 'lan-only', 'captive', 'offline', { unknown: 'turned-off' }]

const sample = fc.record(
  {
    at: fc.integer({ min: NOON - 40 * 86_400_000, max: NOON }).map((ms) => new Date(ms).toISOString()),
    state: fc.constantFrom(...STATES),
    reachedCollector: fc.boolean(),
  },
  { requiredKeys: ['at', 'state'] },
) as fc.Arbitrary<Sample>

function bestByDay(samples: readonly Sample[]): Map<string, number> {
  const best = new Map<string, number>()
  for (const one of samples) best.set(dayKey(one), Math.min(best.get(dayKey(one)) ?? Number.POSITIVE_INFINITY, rankOf(one)))
  return best
}

test('as long as a sample a day fits, no day loses its best state nor that the collector was reached', () => {
  fc.assert(
    fc.property(fc.array(sample, { maxLength: 200 }), fc.nat(200), (samples, room) => {
      const days = bestByDay(samples)
      const limit = Math.max(days.size, room)
      const thinned = thinSamples(samples, limit)
      assert.ok(thinned.length <= limit)
      assert.deepEqual([...bestByDay(thinned)].sort(), [...days].sort())
      const reached = (all: readonly Sample[]) => new Set(all.filter((one) => one.reachedCollector).map(dayKey))
      assert.deepEqual([...reached(thinned)].sort(), [...reached(samples)].sort())
    }),
  )
})

test('never exceeds the limit, and gives up the oldest days first', () => {
  fc.assert(fc.property(fc.array(sample, { maxLength: 100 }), fc.nat(20), (samples, limit) => thinSamples(samples, limit).length <= limit))
  const week = quarters(7 * 96)
  const three = thinSamples(week, 3)
  assert.deepEqual(three.map(dayKey), [...new Set(week.map(dayKey))].slice(-3))
})

test('thins the oldest first and only as far as needed', () => {
  const day = quarters(96)
  const thinned = thinSamples(day, 90)
  assert.deepEqual(thinned.slice(-80), day.slice(-80))
  assert.ok(thinned.length <= 90 && thinned.length > 80)
})

test('the best of an hour stands for it: internet before offline before unknown', () => {
  const [kept] = thinSamples(
    quarters(4, NOON, (index) => STATES[[4, 0, 2, 5][index] ?? 0] ?? 'offline'),
    1,
  )
  assert.equal(kept?.state, 'internet')
})

test('a day is a day in Viet Nam, whatever zone the PC is set to', () => {
  assert.equal(dayKey({ at: '2026-11-22T17:30:00.000Z', state: 'internet' }), '2026-11-23')
})

test('leaves everything alone while there is room', () => {
  const day = quarters(96)
  assert.deepEqual(thinSamples(day, 96), day)
})
