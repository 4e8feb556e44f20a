/** How the daily backup stands: a failure is told until one succeeds, age only when none is under way, and no backup is never good. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type BackupSeen, standingOf } from '#collector/backup/standing.ts'

const NOW = Date.UTC(2026, 10, 28)
const HOUR = 3_600_000
const SEEN: BackupSeen = { newestAt: NOW - 24 * HOUR, failed: undefined, runningSince: undefined }
const state = (seen: Partial<BackupSeen>) => standingOf({ ...SEEN, ...seen }, NOW).state

test('one of yesterday is good, one before it is old, and none at all is old', () => {
  assert.equal(state({}), 'good')
  assert.equal(state({ newestAt: NOW - 26 * HOUR }), 'old')
  assert.equal(state({ newestAt: undefined }), 'old')
  assert.equal('newestAt' in standingOf({ ...SEEN, newestAt: undefined }, NOW), false)
})

test('while one is under way it is waited for, but not for ever', () => {
  assert.equal(state({ newestAt: undefined, runningSince: NOW - HOUR }), 'good')
  assert.equal(state({ newestAt: undefined, runningSince: NOW - 7 * HOUR }), 'old')
})

test('a failed one is told with what it said, whatever an earlier one left', () => {
  assert.deepEqual(standingOf({ ...SEEN, failed: { at: NOW - 1, why: 'the disk is full' } }, NOW), {
    state: 'failed',
    newestAt: NOW - 24 * HOUR,
    failedAt: NOW - 1,
    why: 'the disk is full',
  })
})
