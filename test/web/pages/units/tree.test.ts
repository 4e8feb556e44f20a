/** From a unit in the tree of a day to counts of a day on which it stood. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countsDay } from '#web/pages/units/tree.ts'

test('from an old tree to the counts of its day, from that of today to the last whole day, on which a unit of today did not stand yet', () => {
  const today = '2026-09-30'
  const old = { validFrom: '2016-01-01' }
  assert.equal(countsDay(old, '2025-06-30', today), '2025-06-30')
  assert.equal(countsDay(old, today, today), undefined)
  assert.equal(countsDay({ validFrom: today }, today, today), today)
  assert.equal(countsDay(old, '2099-01-01', today), undefined, 'days to come have no counts')
})
