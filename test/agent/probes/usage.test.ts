/** The usage probe over pretended PCs. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bodyOf, knownOf, why } from './known.ts'
import { fixture } from './pretend-platform.ts'

const STEP = 64 * 1024 * 1024

test('reads boot time and freshness of the lists to the minute, and that a desktop has no battery', async () => {
  const usage = await knownOf('usage', 'desktop')
  assert.equal(usage.lastBootAt, '2026-11-23T01:40:00.000Z')
  assert.equal(usage.updateListsFreshAt, '2026-11-22T18:30:00.000Z')
  assert.deepEqual(usage.batteries, [])
})

test('rounds free room down to 64 MiB, says which volume may not be read, and hides the name of a person', async () => {
  const { volumes } = await knownOf('usage', 'desktop')
  assert.ok(Array.isArray(volumes))
  const [root, , home] = volumes
  assert.equal(Number(root?.freeBytes) % STEP, 0)
  assert.ok(Number(root?.freeBytes) > 61_203_296_313 - STEP && Number(root?.freeBytes) <= 61_203_296_313)
  assert.deepEqual([root?.mount, root?.holdsSystem, home?.mount, home?.holdsSystem], ['/', true, '/home/*', false])
  assert.equal(why(home?.freeBytes), 'access-denied')
})

test('nothing changes from minute to minute', async () => {
  const before = fixture('usage', 'desktop')
  const after = {
    ...before,
    files: { ...before.files, '/proc/stat': 'cpu  9 9 9\nbtime 1795398022\nprocesses 7\n' },
    volumes: { ...before.volumes, '/': { sizeBytes: 249_532_772_352, freeBytes: 61_203_296_313 + 5_000_000 } },
  }
  assert.deepEqual(await bodyOf('usage', after), await bodyOf('usage', before))
})

test('reads the wear of the batteries of a laptop, not that of its mouse, and does not believe zero cycles', async () => {
  const { batteries, updateListsFreshAt } = await knownOf('usage', 'laptop')
  assert.ok(Array.isArray(batteries))
  const [first, second, ...others] = batteries
  assert.deepEqual(first, { name: 'SMP DELL 7VTMN54', fullCapacityMwh: 38_420, cycles: 412 })
  assert.equal(second?.fullCapacityMwh, 34_410)
  assert.equal(why(second?.cycles), 'not-supported')
  assert.equal(others.length, 0)
  assert.equal(updateListsFreshAt, '2026-11-21T02:00:00.000Z')
})

test('takes the newest list where nothing but the lists tells', async () => {
  assert.equal((await knownOf('usage', 'lists-fetched-by-hand')).updateListsFreshAt, '2026-07-12T09:00:00.000Z')
})

test('a list that may not be read is not "never fetched"', async () => {
  assert.equal(why((await knownOf('usage', 'lists-never-fetched')).updateListsFreshAt), 'failed')
  const byHand = fixture('usage', 'lists-fetched-by-hand')
  const denied = ['/var/lib/apt/lists/deb.debian.org_debian_dists_bookworm_InRelease']
  assert.equal(why((await knownOf('usage', { ...byHand, denied })).updateListsFreshAt), 'access-denied')
  const stamp = ['/var/lib/apt/periodic/update-success-stamp']
  assert.equal(why((await knownOf('usage', { ...byHand, denied: stamp })).updateListsFreshAt), 'access-denied')
})

for (const [situation, reasons] of [
  ['denied', ['access-denied', 'access-denied', 'access-denied', 'access-denied']],
  ['absent', ['not-supported', 'not-supported', 'not-supported', 'not-supported']],
] as const) {
  test(`knows nothing, and why, of a PC that shows nothing (${situation})`, async () => {
    const { lastBootAt, volumes, updateListsFreshAt, batteries } = await knownOf('usage', situation)
    assert.deepEqual([lastBootAt, volumes, updateListsFreshAt, batteries].map(why), reasons)
  })
}

test('makes nothing of garbage', async () => {
  const { lastBootAt, volumes, updateListsFreshAt, batteries } = await knownOf('usage', 'garbage')
  assert.deepEqual([why(lastBootAt), why(updateListsFreshAt), volumes], ['failed', 'failed', []])
  assert.ok(Array.isArray(batteries))
  assert.deepEqual([why(batteries[0]?.fullCapacityMwh), why(batteries[0]?.cycles)], ['failed', 'failed'])
})
