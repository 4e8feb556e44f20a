/** The history shows only what differs, and every way in which something can become known or unknown. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FACTS } from '#shared/facts/index.ts'
import { asSchema } from '#shared/text/read-schema.ts'
import { differences } from '#web/pages/pc/diff.ts'
import { entriesOf } from '#web/pages/pc/history-entries.ts'

const memory = asSchema(JSON.parse(JSON.stringify(FACTS.memory.value)))
const known = (value: unknown) => ({ known: value, source: 'test' })
const plain = (before: unknown, now: unknown) =>
  differences(before, now, memory, 'vi').map((one) => ({ path: one.path.join(' > '), before: one.before, now: one.now }))

const first = { slot: 'DIMM1', sizeBytes: 4, type: 'DDR3' }
const second = { slot: 'DIMM2', sizeBytes: 4, type: 'DDR3' }

test('one changed property is one line, whatever the order of keys', () => {
  assert.deepEqual(plain(known({ slots: 2, freeSlots: 2 }), known({ freeSlots: 1, slots: 2 })), [{ path: 'Khe trống', before: 2, now: 1 }])
})

test('the same value from another source is no difference', () => {
  assert.deepEqual(plain({ known: { slots: 2 }, source: 'a' }, { known: { slots: 2 }, source: 'b' }), [])
})

test('items are matched by name, not by place', () => {
  const before = known({ modules: [first, second] })
  const now = known({ modules: [second, { ...first, sizeBytes: 8 }] })
  assert.deepEqual(plain(before, now), [{ path: 'Các thanh > DIMM1 > Dung lượng', before: 4, now: 8 }])
})

test('an added and a removed item are whole lines', () => {
  assert.deepEqual(plain(known({ modules: [first] }), known({ modules: [second] })), [
    { path: 'Các thanh > DIMM1', before: first, now: undefined },
    { path: 'Các thanh > DIMM2', before: undefined, now: second },
  ])
})

test('items that share a name are compared as a whole, so that none hides another', () => {
  const before = known({ modules: [first, first] })
  const now = known({ modules: [first] })
  assert.deepEqual(plain(before, now), [{ path: 'Các thanh', before: [first, first], now: [first] }])
})

test('known to unknown and back, for a property and for the whole fact', () => {
  const denied = { unknown: 'access-denied' }
  assert.deepEqual(plain(known({ slots: 2 }), known({ slots: denied })), [{ path: 'Số khe', before: 2, now: denied }])
  assert.deepEqual(plain(known({ slots: 2 }), { ...denied, detail: 'x' }), [{ path: '', before: { slots: 2 }, now: denied }])
  assert.deepEqual(plain(denied, { unknown: 'failed' }), [{ path: '', before: denied, now: { unknown: 'failed' } }])
})

test('facts first reported together are one entry; later changes stand alone', () => {
  const entries = entriesOf([
    { fact: 'memory', at: 9, before: known(1), now: known(2) },
    { fact: 'bios', at: 8, before: known(1) },
    { fact: 'os', at: 5, now: known(1) },
    { fact: 'tpm', at: 5, now: known(1) },
    { fact: 'bios', at: 4, now: known(1) },
  ])
  assert.deepEqual(
    entries.map((entry) => (entry.kind === 'change' ? entry.fact : [entry.kind, ...entry.facts])),
    ['memory', ['gone', 'bios'], ['first', 'os', 'tpm'], ['first', 'bios']],
  )
})
