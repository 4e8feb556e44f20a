/** The graphics probe over pretended PCs. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { knownOf, reasonOf, why } from './known.ts'

test('names the adapter by lspci', async () => {
  const [adapter] = (await knownOf('graphics', 'intel')).adapters
  assert.equal(adapter?.vendor, 'Intel Corporation')
  assert.match(adapter?.name ?? '', /4th Generation/)
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

test('makes nothing of garbage', async () => {
  const [adapter] = (await knownOf('graphics', 'garbage')).adapters
  assert.equal(why(adapter?.memoryBytes), 'failed')
  assert.equal(adapter?.name, 'PCI 8086:041e')
})
