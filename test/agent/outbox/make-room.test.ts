/** What gives way when the outbox outgrows its limits. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Kept } from '#agent/outbox/kept-report.ts'
import { makeRoom } from '#agent/outbox/make-room.ts'
import { dayKey } from '#agent/outbox/thin-samples.ts'
import { MAX_SAMPLES, type Report } from '#shared/report.ts'
import { inventory, NOON, quarters, report } from '../samples.ts'

const DAY_MS = 86_400_000
const kept = (one: Report): Kept => ({ report: one, bytes: Buffer.byteLength(JSON.stringify(one)) })
const limits = { maxBytes: 100_000, maxAgeMs: 400 * DAY_MS }
const large = (at: number, samples = quarters(0)) =>
  kept(report(at, samples, inventory({ os: { known: 'x'.repeat(20_000), source: 'x' } }, at)))

test('changes nothing while all fits', () => {
  const room = { reports: [large(NOON - 2), large(NOON)], samples: quarters(10) }
  assert.equal(makeRoom(room, limits, NOON).changed, false)
})

test('thins samples before it touches any report', () => {
  const room = { reports: [large(NOON - DAY_MS), large(NOON)], samples: quarters(1_200, NOON - 12 * DAY_MS) }
  const fitted = makeRoom(room, limits, NOON)
  assert.equal(fitted.reports.length, 2)
  assert.ok(fitted.samples.length < 1_200)
  assert.deepEqual(new Set(fitted.samples.map(dayKey)), new Set(room.samples.map(dayKey)))
})

test('drops older reports before the newest, and gives their samples back', () => {
  const old = Array.from({ length: 6 }, (_, day) => large(NOON - (6 - day) * DAY_MS, quarters(2, NOON - (6 - day) * DAY_MS)))
  const fitted = makeRoom({ reports: [...old, large(NOON)], samples: [] }, limits, NOON)
  assert.ok(fitted.reports.length < 7)
  assert.equal(fitted.reports.at(-1)?.report.takenAt, new Date(NOON).toISOString())
  const days = new Set([...fitted.samples, ...fitted.reports.flatMap((one) => one.report.samples)].map(dayKey))
  assert.equal(days.size, 6)
})

test('never drops the newest report, however large', () => {
  const fitted = makeRoom({ reports: [large(NOON - 1), large(NOON)], samples: quarters(50) }, { ...limits, maxBytes: 1_000 }, NOON)
  assert.deepEqual(
    fitted.reports.map(({ report: one }) => one.takenAt),
    [new Date(NOON).toISOString()],
  )
})

test('forgets what is older than the limit, but not the newest report', () => {
  const old = NOON - 500 * DAY_MS
  const fitted = makeRoom({ reports: [large(old - 1), large(old)], samples: [...quarters(4, old), ...quarters(4)] }, limits, NOON)
  assert.equal(fitted.reports.length, 1)
  assert.equal(fitted.samples.length, 4)
})

test('the log never holds more than one report can carry', () => {
  assert.ok(
    makeRoom({ reports: [], samples: quarters(MAX_SAMPLES + 500) }, { ...limits, maxBytes: 10_000_000 }, NOON).samples.length <=
      MAX_SAMPLES,
  )
})
