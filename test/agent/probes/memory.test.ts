/** The memory probe over pretended PCs. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { knownOf, why } from './known.ts'

const GIB = 2 ** 30

test('reads modules, free slots and the maximum, and leaves flash memory out', async () => {
  const memory = await knownOf('memory', 'one-of-two')
  assert.equal(memory.totalBytes, 4084280 * 1024)
  assert.equal(memory.installedBytes, 4 * GIB)
  assert.deepEqual([memory.slots, memory.freeSlots], [2, 1])
  assert.equal(memory.maximumBytes, 16 * GIB)
  assert.deepEqual(memory.modules, [
    { slot: 'DIMM1', sizeBytes: 4 * GIB, type: 'DDR3', formFactor: 'DIMM', speedMtS: 1600, manufacturer: 'Kingston', serial: '8C2E1A3F' },
  ])
})

test('a module of unknown size makes the sum unknown, not smaller', async () => {
  const memory = await knownOf('memory', 'poor-table')
  assert.equal(why(memory.installedBytes), 'not-supported')
  assert.equal(why(memory.maximumBytes), 'not-supported')
  assert.equal(memory.slots, 2)
  assert.ok(Array.isArray(memory.modules))
  assert.equal(why(memory.modules[0]?.type), 'not-supported')
  assert.deepEqual(memory.modules[0]?.manufacturer, { placeholder: '' })
  assert.equal(memory.modules[1]?.speedMtS, 667)
})

for (const [situation, reason] of [
  ['plain-user', 'access-denied'],
  ['no-dmidecode', 'not-supported'],
  ['no-table', 'not-supported'],
  ['nothing-found', 'not-supported'],
  ['hangs', 'timed-out'],
] as const) {
  test(`slots are unknown (${reason}): ${situation}`, async () => {
    const memory = await knownOf('memory', situation)
    for (const property of [memory.slots, memory.freeSlots, memory.maximumBytes, memory.modules, memory.installedBytes])
      assert.equal(why(property), reason)
  })
}

test('a total that makes no sense is unknown', async () => {
  assert.equal(why((await knownOf('memory', 'hangs')).totalBytes), 'failed')
})
