/** The memory probe over pretended PCs. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseSlots } from '#agent/probes/memory-slots.ts'
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

test('a chip of the firmware and a place on the board without chips are no slots', () => {
  const device = (size: string, type: string, form: string) =>
    `Handle 0x1100, DMI type 17, 40 bytes\nMemory Device\n\tArray Handle: 0x1000\n\tSize: ${size}\n\tForm Factor: ${form}\n\tType: ${type}`
  const array = 'Handle 0x1000, DMI type 16, 23 bytes\nPhysical Memory Array\n\tUse: System Memory'
  const parsed = (...devices: string[]) => {
    const { slots, freeSlots, installedBytes } = parseSlots([array, ...devices].join('\n\n'))
    return [slots, freeSlots, installedBytes]
  }
  const soldered = device('4 GB', 'LPDDR4', 'Row Of Chips')
  assert.deepEqual(parsed(soldered, device('No Module Installed', 'Unknown', 'Row Of Chips')), [1, 0, 4 * GIB])
  assert.deepEqual(parsed(device('4 GB', 'DDR4', 'Row Of Chips'), device('No Module Installed', 'Unknown', 'SODIMM')), [2, 1, 4 * GIB])
  assert.deepEqual(parsed(device('2 GB', 'DDR2', 'DIMM'), device('1024 kB', 'Flash', 'Chip')), [1, 0, 2 * GIB])
})

test('a total that makes no sense is unknown', async () => {
  assert.equal(why((await knownOf('memory', 'hangs')).totalBytes), 'failed')
})
