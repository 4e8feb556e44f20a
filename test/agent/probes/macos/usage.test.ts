/** What changes by itself in use of Macs. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isUnknown } from '#shared/unknown.ts'
import { knownOf, reasonOf, why } from '../known.ts'
import { DENIED, HANGS, macPc, profileOf, silentMac, textOf } from './mac-pc.ts'

const MIB_64 = 64 * 1024 * 1024

test('last boot and last search to the minute, free room in steps, cycles of the battery', async () => {
  const { lastBootAt, updateListsFreshAt, volumes, batteries } = await knownOf('usage', macPc('macbook-air-m1'))
  assert.deepEqual([lastBootAt, updateListsFreshAt], ['2026-11-22T00:58:00.000Z', '2026-11-21T18:40:00.000Z'])
  assert.ok(!isUnknown(volumes) && !isUnknown(batteries))
  assert.deepEqual(volumes, [{ mount: '/', freeBytes: Math.floor(120_586_182_656 / MIB_64) * MIB_64, holdsSystem: true }])
  assert.deepEqual([batteries[0]?.name, batteries[0]?.cycles, why(batteries[0]?.fullCapacityMwh)], ['bq20z451', 88, 'not-supported'])
})

test('a desktop has no battery, and a Mac that only looked for single kinds of updates tells of that', async () => {
  const { batteries, updateListsFreshAt } = await knownOf('usage', macPc('imac-intel'))
  assert.deepEqual([batteries, updateListsFreshAt], [[], '2026-11-19T07:00:00.000Z'])
})

test('a battery that does not count its cycles has no zero of them', async () => {
  const battery = profileOf('macbook-pro-t2').SPPowerDataType[0]
  const types = { SPPowerDataType: [{ ...battery, sppower_battery_health_info: {} }] }
  const { batteries } = await knownOf('usage', macPc('macbook-pro-t2', { types }))
  assert.ok(!isUnknown(batteries))
  assert.equal(why(batteries[0]?.cycles), 'not-supported')
})

test('room in words is not taken for room', async () => {
  const [, , root] = profileOf('mac-mini-m2').SPStorageDataType
  const row = { ...root, mount_point: '/', free_space_in_bytes: '401,13 GB' }
  const { volumes } = await knownOf('usage', macPc('mac-mini-m2', { types: { SPStorageDataType: [row] } }))
  assert.ok(!isUnknown(volumes))
  assert.equal(why(volumes[0]?.freeBytes), 'failed')
})

test('moments that are none are not understood', async () => {
  const sysctl = textOf('mac-mini-m2', 'sysctl.txt').replace(/sec = \d+/, 'sec = soon')
  const updateSettings = textOf('mac-mini-m2', 'updateSettings.txt').replaceAll('2026-11-22T22:10:31Z', '2026-13-41T99:10:31Z')
  const { lastBootAt, updateListsFreshAt } = await knownOf('usage', macPc('mac-mini-m2', { commands: { sysctl, updateSettings } }))
  assert.deepEqual([why(lastBootAt), why(updateListsFreshAt)], ['failed', 'failed'])
})

test('keeps unknown what could not be read, and the rest stands', async () => {
  const { lastBootAt, volumes, batteries } = await knownOf('usage', silentMac('hangs.json'))
  assert.deepEqual([lastBootAt, why(volumes), why(batteries)], ['2026-11-01T01:01:00.000Z', 'timed-out', 'timed-out'])
  const closed = await knownOf('usage', macPc('mac-mini-m2', { commands: { sysctl: DENIED, updateSettings: HANGS } }))
  assert.deepEqual([why(closed.lastBootAt), why(closed.updateListsFreshAt)], ['access-denied', 'timed-out'])
  const nothing = { ...silentMac('hangs.json'), commands: {} }
  assert.equal(await reasonOf('usage', nothing), 'not-supported')
})
