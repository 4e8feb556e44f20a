/** Ceilings as a person types them: what is whole, what stands twice, and what differs from those before. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FIRST_CEILINGS } from '#collector/plan/prices.ts'
import { type CeilingRow, ceilingOf, changedCeilings, doubleRows, inOrder } from '#web/pages/plan/ceiling-rows.ts'

const row = (changes: Partial<CeilingRow>): CeilingRow => ({
  key: 1,
  item: 'desktop',
  fromDay: '2026-03-01',
  dong: '22 triệu',
  source: 'QĐ 10/2026',
  ...changes,
})

test('a row is a ceiling once it has a day, an amount and a decision', () => {
  assert.deepEqual(ceilingOf(row({ source: ' QĐ 10/2026 ' })), {
    item: 'desktop',
    fromDay: '2026-03-01',
    dong: 22_000_000,
    source: 'QĐ 10/2026',
  })
  for (const wrong of [{ dong: 'nhiều' }, { dong: '' }, { fromDay: '' }, { source: ' ' }, { source: 'x'.repeat(201) }])
    assert.equal(ceilingOf(row(wrong)), undefined, JSON.stringify(wrong))
})

test('of one item and day there is one ceiling', () => {
  assert.deepEqual([...doubleRows([row({ key: 1 }), row({ key: 2, item: 'laptop' }), row({ key: 3, dong: '1' })])], [3])
})

test('what differs: added, changed, taken away; the latest of an item first', () => {
  const [first, ...rest] = FIRST_CEILINGS
  assert.deepEqual(
    inOrder(FIRST_CEILINGS).map(({ item, fromDay }) => `${item} ${fromDay}`),
    ['desktop 2025-07-01', 'desktop 2018-01-01', 'desktop 2015-11-17', 'laptop 2025-07-01'],
  )
  const later = { item: 'desktop', fromDay: '2026-03-01', dong: 22_000_000, source: 'QĐ 10/2026' } as const
  const changed = changedCeilings(FIRST_CEILINGS, [later, ...rest.map((one) => (one.item === 'laptop' ? { ...one, dong: 1 } : one))])
  assert.deepEqual(
    changed.map(({ item, fromDay, before, after }) => [item, fromDay, before?.dong, after?.dong]),
    [
      ['desktop', '2026-03-01', undefined, 22_000_000],
      ['desktop', '2015-11-17', first?.dong, undefined],
      ['laptop', '2025-07-01', 25_000_000, 1],
    ],
  )
  assert.deepEqual(changedCeilings(FIRST_CEILINGS, [...FIRST_CEILINGS]), [])
})
