/** Days of presence by the collector's clock, whatever the PC's own clock says. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { calendarOf } from '#collector/ingest/calendar.ts'
import { latestState, presenceOf, takenAtByOurClock } from '#collector/ingest/presence.ts'
import type { Sample } from '#shared/report.ts'

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
const NOON = Date.parse('2026-11-23T05:00:00.000Z')
const calendar = calendarOf('Asia/Ho_Chi_Minh')
const sample = (atMs: number, state: Sample['state'] = 'internet'): Sample => ({ at: new Date(atMs).toISOString(), state })
/** A PC whose clock is off by so much. */
const sentBy = (aheadMs: number) => ({ receivedAt: NOON, sentAt: NOON + aheadMs })

test('a clock that is years off moves no day, whichever way', () => {
  for (const aheadMs of [0, -17 * 365 * DAY_MS, 2 * 365 * DAY_MS]) {
    const [today] = presenceOf([sample(NOON + aheadMs - 2 * DAY_MS)], sentBy(aheadMs), calendar, false)
    assert.deepEqual([today?.month, today?.internet, today?.powered], [202611, 1 << 20, 1 << 20])
  }
})

test('a sample its own sender dates into the future counts for no day, because nobody can tell which', () => {
  const [today] = presenceOf([sample(NOON + 16 * 365 * DAY_MS)], sentBy(0), calendar, true)
  assert.deepEqual([today?.internet, today?.sampled, today?.reached], [0, 0, 1 << 22], 'only the report itself counts')
  assert.equal(latestState([sample(NOON + DAY_MS)], sentBy(0)), undefined)
})

test('a clock put right by minutes between sample and sending costs nothing', () => {
  const [today] = presenceOf([sample(NOON + HOUR_MS / 2)], sentBy(0), calendar, false)
  assert.equal(today?.internet, 1 << 22)
  assert.deepEqual(latestState([sample(NOON + HOUR_MS / 2)], sentBy(0)), { value: 'internet', at: NOON })
})

test('a sample older than anyone keeps is left out, and an inventory that old is dated by its receipt', () => {
  const ancient = NOON - 6_000 * DAY_MS
  assert.deepEqual(presenceOf([sample(ancient)], sentBy(0), calendar, false), [
    { month: 202611, reached: 0, internet: 0, lan: 0, sampled: 0, powered: 0, used: 0, use_told: 0 },
  ])
  assert.equal(takenAtByOurClock(ancient, sentBy(0)), NOON)
})

test('an evening in Ha Noi belongs to the day it is there', () => {
  const [, earlier] = presenceOf([sample(Date.parse('2026-10-31T16:59:00Z'))], sentBy(0), calendar, false)
  assert.deepEqual([earlier?.month, earlier?.internet], [202610, 1 << 30])
  const [november] = presenceOf([sample(Date.parse('2026-10-31T17:00:00Z'))], sentBy(0), calendar, false)
  assert.deepEqual([november?.month, november?.internet], [202611, 1])
})
