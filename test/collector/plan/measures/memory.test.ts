/** What a board lets anybody do about memory, as tables of real PCs tell it; what contradicts itself and what makers leave in place stay unknown. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { memoryMeasures } from '#collector/plan/measures/memory.ts'
import { isUnknown, unknown } from '#shared/unknown.ts'
import { known } from '../../../make-report.ts'
import { GIB } from '../good-pc.ts'

const NOT_TOLD = unknown('not-supported', 'not in the SMBIOS table')

type Board = { readonly slots?: unknown; readonly free?: unknown; readonly most?: unknown }

/** Modules as "4 DDR4 SODIMM", a question mark for what is not told. */
function measured(modules: readonly string[], { slots = modules.length, free = 0, most = 32 }: Board = {}) {
  const told = modules.map((text, place) => {
    const [size = '?', type = '?', ...form] = text.split(' ')
    return {
      slot: `#${place}`,
      sizeBytes: size === '?' ? NOT_TOLD : Number(size) * GIB,
      type: type === '?' ? NOT_TOLD : type,
      formFactor: form.join(' ') === '?' ? NOT_TOLD : form.join(' '),
      speedMtS: NOT_TOLD,
    }
  })
  const sizes = told.map(({ sizeBytes }) => sizeBytes)
  const facts = {
    memory: known('memory', {
      modules: told,
      installedBytes: sizes.some(isUnknown) ? NOT_TOLD : (sizes as number[]).reduce((sum, size) => sum + size, 0),
      slots,
      freeSlots: free,
      maximumBytes: typeof most === 'number' ? most * GIB : most,
    }),
  }
  const { memorySoldered, memoryFreeSlots, memoryMaximumBytes, memoryAddedBytes, memoryType } = memoryMeasures(facts)
  const say = (value: unknown) => (isUnknown(value) ? '?' : typeof value === 'number' && value >= GIB ? `${value / GIB}G` : String(value))
  return {
    soldered: say(memorySoldered),
    free: say(memoryFreeSlots),
    most: say(memoryMaximumBytes),
    added: say(memoryAddedBytes),
    type: say(memoryType),
  }
}

test('an OptiPlex with a free slot takes a module of its part of the maximum more', () => {
  const one = measured(['4 DDR3 DIMM'], { slots: 2, free: 1, most: 16 })
  assert.deepEqual(one, { soldered: 'false', free: '1', most: '16G', added: '12G', type: 'ddr3' })
  // A slot that holds 8 GB takes 8 GB, whatever the table says of the board.
  assert.equal(measured(['8 DDR3 DIMM'], { slots: 4, free: 3, most: 16 }).added, '16G')
  assert.equal(measured(['4 DDR4 DIMM', '4 DDR4 DIMM'], { most: 64 }).added, '8G', 'no slot is free')
})

test('soldered: chips on the board, and LPDDR whatever form is not told', () => {
  assert.deepEqual(measured(['8 DDR4 Row Of Chips', '8 DDR4 Row Of Chips'], { most: 64 }), {
    soldered: 'true',
    free: '0',
    most: '64G',
    added: '16G',
    type: 'ddr4',
  })
  for (const module of ['4 LPDDR5 Other', '4 LPDDR4 ?', '4 LPDDR3 Row Of Chips']) assert.equal(measured([module]).soldered, 'true')
  // A channel without chips is no slot: Acer Swift SF114 with LPDDR4.
  assert.deepEqual(measured(['4 LPDDR4 Row Of Chips'], { slots: 2, free: 1, most: 12 }), {
    soldered: 'true',
    free: '0',
    most: '12G',
    added: '4G',
    type: 'other',
  })
  // On Apple silicon macOS tells of no slots and no maximum.
  assert.deepEqual(measured(['8 LPDDR5 ?'], { slots: NOT_TOLD, free: NOT_TOLD, most: NOT_TOLD }), {
    soldered: 'true',
    free: '0',
    most: '?',
    added: '8G',
    type: 'other',
  })
})

test('part of it soldered: the slot beside it takes what is left', () => {
  // Lenovo 82C7: 4 GB on the board, an empty SODIMM slot, 12 GB in all.
  assert.deepEqual(measured(['4 DDR4 Row Of Chips'], { slots: 2, free: 1, most: 12 }), {
    soldered: 'true',
    free: '1',
    most: '12G',
    added: '12G',
    type: 'ddr4',
  })
  // ThinkPad T460s: what is in its slot can be swapped.
  assert.equal(measured(['4 DDR4 Chip', '4 DDR4 SODIMM'], { most: 20 }).soldered, 'false')
})

test('what contradicts itself is unknown: LPDDR in a form that is plugged in', () => {
  assert.equal(measured(['1 LPDDR4 DIMM', '1 LPDDR4 DIMM']).soldered, '?')
  assert.equal(measured(['4 LPDDR3 SODIMM', '4 LPDDR3 SODIMM']).soldered, '?')
  assert.equal(measured(['4 DDR4 Other']).soldered, '?')
  assert.equal(measured(['4 DDR4 ?']).soldered, '?')
})

test('what makers leave in place is no maximum', () => {
  for (const most of [0, 2_048]) assert.equal(measured(['4 DDR3 DIMM'], { slots: 2, free: 1, most }).most, '?')
  const copied = measured(['8 DDR3 DIMM'], { slots: 2, free: 1, most: 4 })
  assert.deepEqual([copied.most, copied.added], ['?', '?'], 'less than is installed')
  assert.equal(measured(['4 DDR3 DIMM'], { slots: NOT_TOLD, free: 1 }).added, '?')
  assert.equal(measured(['4 DDR3 DIMM'], { slots: 2, free: NOT_TOLD }).added, '?')
})

test('the type is what the modules agree on; firmware chips are none, and words for any memory tell none', () => {
  assert.equal(measured(['4 DDR3 DIMM', '4 ? DIMM']).type, 'ddr3')
  assert.equal(measured(['0.001 Flash Chip', '2 DDR2 DIMM']).type, 'other')
  assert.equal(measured(['0.001 Flash Chip', '2 DDR3 DIMM']).soldered, 'false')
  for (const word of ['?', 'SDRAM', 'DRAM', 'RAM', 'Reserved']) assert.equal(measured([`4 ${word} DIMM`]).type, '?')
  assert.equal(measured(['4 DDR3 DIMM', '4 DDR4 DIMM']).type, '?')
  assert.equal(measured([]).type, '?')
})
