/** Memory of Macs. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { knownOf, why } from '../known.ts'
import { brokenMac, DENIED, macPc, profileOf, silentMac } from './mac-pc.ts'

const GIB = 2 ** 30

test('modules, slots and free slots of an Intel iMac', async () => {
  const { totalBytes, installedBytes, slots, freeSlots, maximumBytes, modules } = await knownOf('memory', macPc('imac-intel'))
  assert.deepEqual([totalBytes, installedBytes, slots, freeSlots, why(maximumBytes)], [24 * GIB, 24 * GIB, 4, 2, 'not-supported'])
  assert.ok(Array.isArray(modules))
  assert.deepEqual(modules[1], {
    slot: 'BANK 0/ChannelB-DIMM0',
    sizeBytes: 16 * GIB,
    type: 'DDR4',
    formFactor: { unknown: 'not-supported', detail: 'macOS does not tell the form of a module' },
    speedMtS: 2_400,
    manufacturer: '0x802C',
    serial: '0x1A2B0002',
  })
})

test('soldered modules of an Intel laptop fill their places, and their missing serial is a placeholder', async () => {
  const { slots, freeSlots, modules } = await knownOf('memory', macPc('macbook-pro-t2'))
  assert.deepEqual([slots, freeSlots], [2, 0])
  assert.deepEqual(Array.isArray(modules) && modules.map(({ serial }) => serial), [{ placeholder: '-' }, { placeholder: '-' }])
})

test('memory of Apple silicon has a size and a kind, and no slots are made up', async () => {
  const { totalBytes, installedBytes, slots, freeSlots, maximumBytes, modules } = await knownOf('memory', macPc('macbook-air-m1'))
  assert.deepEqual([totalBytes, installedBytes], [8 * GIB, 8 * GIB])
  for (const count of [slots, freeSlots, maximumBytes]) assert.equal(why(count), 'not-supported')
  assert.ok(Array.isArray(modules))
  assert.deepEqual(
    modules.map(({ slot, sizeBytes, type, manufacturer }) => [slot, sizeBytes, type, manufacturer]),
    [['unified', 8 * GIB, 'LPDDR4', 'Hynix']],
  )
  assert.equal(why(modules[0]?.speedMtS), 'not-supported')
})

test('the total of the kernel stands when system_profiler hangs, and the modules when the kernel is closed', async () => {
  const hung = await knownOf('memory', silentMac('hangs.json'))
  assert.deepEqual(
    [hung.totalBytes, why(hung.installedBytes), why(hung.slots), why(hung.modules)],
    [16 * GIB, 'timed-out', 'timed-out', 'timed-out'],
  )
  const closed = await knownOf('memory', macPc('mac-mini-m2', { commands: { sysctl: DENIED } }))
  assert.deepEqual([why(closed.totalBytes), closed.installedBytes], ['access-denied', 16 * GIB])
  assert.equal(why((await knownOf('memory', brokenMac('empty-types.json'))).modules), 'failed')
})

test('a size in words nobody agreed on is not understood, and the sum with it', async () => {
  const [memory] = profileOf('imac-intel').SPMemoryDataType
  const sized = (dimm_size: unknown) =>
    macPc('imac-intel', {
      types: { SPMemoryDataType: [{ ...memory, _items: [{ _name: 'DIMM0', dimm_size, dimm_status: 'ok', dimm_type: 'Unknown' }] }] },
    })
  for (const size of ['16 Go', '16,5 GB', 'GB', '16GB', 16]) {
    const { installedBytes, modules } = await knownOf('memory', sized(size))
    assert.equal(why(installedBytes), 'failed', String(size))
    assert.equal(why(Array.isArray(modules) && modules[0]?.type), 'not-supported')
  }
  assert.equal((await knownOf('memory', sized('16\u00a0GB'))).installedBytes, 16 * GIB)
})

test('every slot empty, or no slots and no size, is no reading', async () => {
  const empty = (row: object) => macPc('imac-intel', { types: { SPMemoryDataType: [row] } })
  const none = await knownOf('memory', empty({ _items: [{ _name: 'DIMM0', dimm_size: 'empty', dimm_status: 'empty' }] }))
  assert.deepEqual(
    [why(none.modules), why(none.installedBytes), why(none.slots), why(none.freeSlots)],
    ['failed', 'failed', 'failed', 'failed'],
  )
  assert.equal(why((await knownOf('memory', empty({ is_memory_upgradeable: 'Yes' }))).slots), 'failed')
  assert.equal(why((await knownOf('memory', empty({ _items: 'DIMM0' }))).slots), 'failed')
})
