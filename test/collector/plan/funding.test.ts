/** Who gets money in which year: the most needed first, the cheaper of the same need first, and nothing spent beyond a year's budget. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Fundable, fund, yearOf } from '#collector/plan/funding.ts'

const group = (points: number, costDong: number, pcs: number): Fundable => ({ points, costDong, pcs })

test('the most needed are paid first, of the same need the cheaper, and what does not fit waits a year', () => {
  const [urgent, dear, cheap] = [group(9, 10, 3), group(5, 20, 2), group(5, 1, 4)]
  const funded = fund([cheap, dear, urgent], [25, 25])
  assert.deepEqual(funded.get(urgent), [2, 1])
  // 5 are left of the first year: too little for one more urgent PC, enough for four cheap ones.
  assert.deepEqual(funded.get(cheap), [4, 0])
  assert.deepEqual(funded.get(dear), [0, 0])
})

test('without a budget everything is paid in the first year, and what costs nothing never waits', () => {
  const [one, free] = [group(1, 1_000, 7), group(1, 0, 3)]
  assert.deepEqual(
    [...fund([one, free], [null, null]).values()],
    [
      [3, 0],
      [7, 0],
    ],
  )
  assert.deepEqual(fund([free], [0]).get(free), [3])
})

test('a place within a group belongs to the year that pays for it', () => {
  assert.deepEqual(
    [0, 1, 2, 3].map((place) => yearOf([2, 1], place)),
    [0, 0, 1, undefined],
  )
})

test('no year spends more than it has, nobody is paid twice, and nobody in less need is paid while one who costs no more waits', () => {
  const groups = fc.array(fc.record({ points: fc.nat(5), costDong: fc.nat(30), pcs: fc.integer({ min: 1, max: 9 }) }), { maxLength: 12 })
  fc.assert(
    fc.property(groups, fc.array(fc.nat(200), { minLength: 1, maxLength: 4 }), (fleet, budgets) => {
      const funded = fund(fleet, budgets)
      for (const [year, budget] of budgets.entries()) {
        const spent = fleet.reduce((sum, one) => sum + (funded.get(one)?.[year] ?? 0) * one.costDong, 0)
        assert.ok(spent <= budget)
      }
      for (const one of fleet) {
        const paid = (funded.get(one) ?? []).reduce((sum, pcs) => sum + pcs, 0)
        assert.ok(paid <= one.pcs)
        if (paid === one.pcs) continue
        for (const other of fleet)
          if (other.points < one.points && other.costDong >= one.costDong && other.costDong > 0)
            assert.equal(
              (funded.get(other) ?? []).reduce((sum, pcs) => sum + pcs, 0),
              0,
              'paid before one in more need',
            )
      }
    }),
  )
})
