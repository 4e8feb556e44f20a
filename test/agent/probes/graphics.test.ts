/** The graphics probe over pretended PCs. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { knownOf, reasonOf, why } from './known.ts'
import { fixture } from './pretend-platform.ts'

test('names the adapter by lspci', async () => {
  const [adapter] = (await knownOf('graphics', 'intel')).adapters
  assert.equal(adapter?.vendor, 'Intel Corporation')
  assert.match(String(adapter?.name), /4th Generation/)
  assert.equal(why(adapter?.memoryBytes), 'not-supported')
})

test('names it by its numbers without lspci, and leaves the maker unknown', async () => {
  const [adapter] = (await knownOf('graphics', 'no-lspci')).adapters
  assert.equal(adapter?.name, 'PCI 8086:041e')
  assert.equal(why(adapter?.vendor), 'not-supported')
})

test('reads memory and driver where the driver tells', async () => {
  const [adapter] = (await knownOf('graphics', 'amd-with-driver')).adapters
  assert.equal(adapter?.memoryBytes, 4 * 2 ** 30)
  assert.equal(adapter?.driverVersion, '5.18.13')
})

test('tells "none on the bus" from "no bus to look at"', async () => {
  assert.deepEqual(await knownOf('graphics', 'none'), { adapters: [] })
  assert.equal(await reasonOf('graphics', 'no-pci'), 'not-supported')
  assert.equal(await reasonOf('graphics', 'denied'), 'access-denied')
})

test('a device whose kind could not be read is not left out in silence', async () => {
  const pc = fixture('graphics', 'intel')
  const kind = '/sys/bus/pci/devices/0000:01:00.0/class'
  assert.equal(await reasonOf('graphics', { ...pc, denied: [kind] }), 'access-denied')
  assert.equal(await reasonOf('graphics', { ...pc, failed: [kind] }), 'failed')
})

test('an adapter without names has no name made of what was not read, and the maker is missing for the true reason', async () => {
  const pc = fixture('graphics', 'no-lspci')
  const [nameless] = (await knownOf('graphics', { ...pc, denied: ['/sys/bus/pci/devices/0000:00:02.0/device'] })).adapters
  assert.equal(why(nameless?.name), 'access-denied')
  const late = { kind: 'timed-out', detail: 'lspci took longer than 5000 ms' } as const
  const [slow] = (await knownOf('graphics', { ...pc, commands: { 'lspci -D -mm': late } })).adapters
  assert.equal(why(slow?.vendor), 'timed-out')
})

test('makes nothing of garbage', async () => {
  const [adapter] = (await knownOf('graphics', 'garbage')).adapters
  assert.equal(why(adapter?.memoryBytes), 'failed')
  assert.equal(adapter?.name, 'PCI 8086:041e')
})
