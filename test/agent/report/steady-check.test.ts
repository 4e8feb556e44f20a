/** A connectivity check that went like the one before is no news; one that went otherwise is. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withSteadyCheck } from '#agent/report/steady-check.ts'
import { inventoryOf } from '#agent/report/take-inventory.ts'
import type { FactValue } from '#shared/facts/index.ts'

const DAY_MS = 86_400_000
const FIRST = Date.UTC(2026, 8, 1, 2)

type Steps = FactValue<'connectivity-check'>['steps']

const STEPS: Steps = [
  { step: 'network', outcome: 'yes', tookMs: 2 },
  { step: 'internet', address: 'http://probe.example/', outcome: 'reached', tookMs: 300 },
]

function inventoryAt(atMs: number, steps: Steps) {
  const known = { checkedAt: new Date(atMs).toISOString(), steps }
  return inventoryOf(new Date(atMs).toISOString(), { 'connectivity-check': { known, source: 'test' } })
}

const before = inventoryAt(FIRST, STEPS)
const changed = (step: Partial<Steps[number]>): Steps => STEPS.map((one, index) => (index === 1 ? { ...one, ...step } : one))
const isNews = (steps: Steps, afterMs = DAY_MS) =>
  withSteadyCheck(inventoryAt(FIRST + afterMs, steps), before).manifestHash !== before.manifestHash

test('the same outcomes in about the same time are no news', () => {
  assert.equal(isNews(changed({ tookMs: 700 })), false)
  assert.equal(isNews(STEPS.map((step) => ({ ...step, tookMs: 240 }))), false)
})

test('another outcome, address, code or number of steps is news', () => {
  assert.ok(isNews(changed({ outcome: 'no-answer' })))
  assert.ok(isNews(changed({ address: 'http://other.example/' })))
  assert.ok(isNews(changed({ detail: 'ECONNRESET' })))
  assert.ok(isNews(STEPS.slice(0, 1)))
})

test('a step that takes several times as long is news', () => {
  assert.ok(isNews(changed({ tookMs: 1_300 })))
})

test('after a week it is told anew, and so it is after the clock was set back', () => {
  assert.ok(isNews(STEPS, 8 * DAY_MS))
  assert.ok(isNews(STEPS, -DAY_MS))
})

test('the rest of the inventory stays as it was taken', () => {
  const taken = inventoryAt(FIRST + DAY_MS, STEPS)
  const kept = withSteadyCheck(taken, before)
  assert.equal(kept.takenAt, taken.takenAt)
  assert.deepEqual(withSteadyCheck(taken, undefined), taken)
})
