/** The footnotes of a printed list: every reason among the cells that are shown, once, in the order of their marks. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PcList } from '#shared/api/pcs.ts'
import { noteOf } from '#shared/text/fact-text.ts'
import { UNKNOWN_REASONS } from '#shared/unknown.ts'
import { reasonsShown } from '#web/pages/pc-list/reasons-shown.ts'

const rows: PcList['rows'] = [
  { id: 1, cells: { name: 'A', tpm: { unknown: 'failed' }, memory: { unknown: 'access-denied' } } },
  { id: 2, cells: { name: 'B', tpm: { unknown: 'failed' }, memory: 4, hidden: { unknown: 'turned-off' } } },
]

test('reasons of hidden columns are left out, and a cell that never came has its own', () => {
  assert.deepEqual(reasonsShown({ rows }, [{ key: 'name' }, { key: 'tpm' }, { key: 'memory' }]), ['access-denied', 'failed'])
  assert.deepEqual(reasonsShown({ rows }, [{ key: 'name' }, { key: 'later' }]), ['no-report'])
})

test('every reason has a mark of its own', () => {
  const marks = [...UNKNOWN_REASONS, 'no-report'].map(noteOf)
  assert.equal(new Set(marks).size, marks.length)
  assert.equal(noteOf('moon-phase'), '*')
})
