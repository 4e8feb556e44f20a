/** What the resident agent notices by itself: that the PC slept, that its clock was set, that it changed. */
import assert from 'node:assert/strict'
import { mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { loadSettings } from '#agent/config/load-settings.ts'
import { changeMark, watchedPaths } from '#agent/resident/change-mark.ts'
import { BEAT_MS, type Beat, noticed, startHeartbeat } from '#agent/resident/heartbeat.ts'
import { createInventories } from '#agent/resident/inventories.ts'
import { everyMinutes } from '#agent/resident/schedules.ts'
import { SAMPLE_MINUTES } from '#shared/report.ts'
import { NOON } from '../samples.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const FIRST: Beat = { wallMs: NOON, upMs: 5_000 }
const after = (upMs: number, wallMs = upMs): Beat => ({ wallMs: FIRST.wallMs + wallMs, upMs: FIRST.upMs + upMs })

test('a beat on time, or late on a busy PC, is nothing', () => {
  for (const ms of [BEAT_MS, BEAT_MS + 30_000]) assert.deepEqual(noticed(FIRST, after(ms)), { sleptMs: 0, clockMovedMs: 0 })
})

test('a PC that slept through the night is known by the beat that came too late', () => {
  assert.deepEqual(noticed(FIRST, after(9 * HOUR_MS)), { sleptMs: 9 * HOUR_MS - BEAT_MS, clockMovedMs: 0 })
})

test('a clock set forward or back is no sleep', () => {
  const years = 17 * 365 * 24 * HOUR_MS
  assert.deepEqual(noticed(FIRST, after(BEAT_MS, BEAT_MS + years)), { sleptMs: 0, clockMovedMs: years })
  assert.deepEqual(noticed(FIRST, after(BEAT_MS, BEAT_MS - HOUR_MS)), { sleptMs: 0, clockMovedMs: -HOUR_MS })
  assert.deepEqual(noticed(FIRST, after(BEAT_MS, BEAT_MS + 20_000)), { sleptMs: 0, clockMovedMs: 0 })
})

test('the heart beats each minute, calls only when something happened, and stops when told', (t) => {
  t.mock.timers.enable({ apis: ['setInterval'] })
  let now = FIRST
  const heard: number[] = []
  const stop = startHeartbeat(
    { now: () => now.wallMs, clock: { mark: () => ({ boot: 'b', upMs: now.upMs }) } },
    ({ sleptMs }) => void heard.push(sleptMs),
  )
  const beat = (ms: number) => {
    now = { wallMs: now.wallMs + ms, upMs: now.upMs + ms }
    t.mock.timers.tick(BEAT_MS)
  }
  beat(BEAT_MS)
  beat(BEAT_MS)
  assert.deepEqual(heard, [])
  beat(HOUR_MS)
  assert.deepEqual(heard, [HOUR_MS - BEAT_MS])
  stop()
  beat(HOUR_MS)
  assert.equal(heard.length, 1)
})

test('every pace the collector may order is a schedule', async () => {
  for (const minutes of SAMPLE_MINUTES) {
    const environment = { SOMAY_SAMPLE_SCHEDULE: everyMinutes(minutes) }
    assert.equal((await loadSettings({ environment, flags: {}, isRoot: false })).kind, 'loaded', everyMinutes(minutes))
  }
})

test('the mark of a PC changes when a package list does, or one appears', (t) => {
  const folder = temporaryFolder(t)
  const [list, other] = [join(folder, 'status'), join(folder, 'restart-wanted')]
  writeFileSync(list, '')
  const paths = [list, other]
  const before = changeMark(paths)
  assert.equal(changeMark(paths), before)
  utimesSync(list, 1, 1)
  const updated = changeMark(paths)
  assert.notEqual(updated, before)
  mkdirSync(other)
  assert.notEqual(changeMark(paths), updated)
})

test('each system has its own places to look at', () => {
  assert.match(watchedPaths('windows', { SystemRoot: 'D:\\Win' }).join(), /D:\\Win/)
  assert.match(watchedPaths('linux', {}).join(), /dpkg/)
  assert.match(watchedPaths('macos', {}).join(), /InstallHistory/)
})

test('an inventory is due after a change, but not more than once an hour, and after a day without one', async () => {
  let upMs = 0
  let isTaken = true
  const inventories = createInventories('linux', { mark: () => ({ boot: 'b', upMs }) }, async () => isTaken)
  assert.ok(inventories.isDue(), 'none was ever taken')
  await inventories.take()
  upMs += 23 * HOUR_MS
  assert.equal(inventories.isDue(), false)
  upMs += 4 * HOUR_MS
  assert.ok(inventories.isDue())
  isTaken = false
  await inventories.take()
  assert.equal(inventories.isDue(), false, 'one that failed is not tried again at once')
  upMs += HOUR_MS
  assert.ok(inventories.isDue(), 'but soon')
  await inventories.take()
  upMs += HOUR_MS
  assert.equal(inventories.isDue(), false, 'and each time less soon')
  upMs += HOUR_MS
  assert.ok(inventories.isDue())
})

test('a first inventory that failed is tried again', async () => {
  let upMs = 0
  const inventories = createInventories('linux', { mark: () => ({ boot: 'b', upMs }) }, async () => false)
  await inventories.take()
  upMs += HOUR_MS
  assert.ok(inventories.isDue())
})
