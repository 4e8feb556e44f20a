/** Report ids sort by time, whatever the clock does. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Check } from 'typebox/value'
import { nextReportId, timeOf } from '#agent/report/report-id.ts'
import { ReportIdSchema } from '#shared/report.ts'

test('carries its time and has the form of a version 7 UUID', () => {
  const id = nextReportId(1_795_398_021_123, undefined)
  assert.ok(Check(ReportIdSchema, id), id)
  assert.equal(timeOf(id), 1_795_398_021_123)
})

test('always rises, even when the clock stands or goes back', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 2_000_000_000_000 }), { maxLength: 50 }), (clock) => {
      let last: string | undefined
      for (const nowMs of clock) {
        const id = nextReportId(nowMs, last)
        assert.ok(Check(ReportIdSchema, id))
        assert.ok(last === undefined || id > last)
        last = id
      }
    }),
  )
})
