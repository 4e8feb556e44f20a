/** Plans side by side: what a plan lacks is no 0 of it, units stand in the order of the tree, and the choice stands in the address. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FIRST_POLICY } from '#collector/plan/policy.ts'
import { FIRST_PRICES } from '#collector/plan/prices.ts'
import type { Plan, PlanRow } from '#shared/api/plans.ts'
import { choiceAddress, NOW, readChoice, toggled } from '#web/pages/scenarios/choice.ts'
import { type Column, itemsOf, unitsOf, yearsOf } from '#web/pages/scenarios/compared.ts'
import { budgetWords, changeWords } from '#web/pages/scenarios/terms-words.ts'

const row = (kind: 'block' | 'unit', block: string, costDong: number, unitId?: number): PlanRow =>
  ({
    kind,
    block,
    name: unitId === undefined ? block : `U${unitId}`,
    depth: 1,
    numbers: { costDong, fundedDong: [costDong - 2, 1] },
    ...(unitId !== undefined && { unitId }),
  }) as unknown as PlanRow

function column(years: readonly number[], fundedDong: readonly number[], rows: readonly PlanRow[], isOne = false): Column {
  const items = [{ item: 'ssd', unitDong: 10, funded: [fundedDong.length], unfunded: 1, central: false }]
  const plan = { terms: { years: years.map((year) => ({ year })) }, total: { fundedDong }, items, rows }
  return { plan: plan as unknown as Plan, unitName: undefined, isOne }
}

const ALL = column(
  [2027, 2028],
  [5, 7],
  [row('block', 'I', 9, undefined), row('unit', 'I', 9, 1), row('block', 'II', 3), row('unit', 'II', 3, 2)],
)
const ONE = column([2028], [4], [row('block', 'I', 4), row('unit', 'I', 4, 3)], true)

test('a year that one plan does not have is not nothing of it', () => {
  assert.deepEqual(yearsOf([ALL, ONE]), [
    { year: 2027, dong: [5, undefined] },
    { year: 2028, dong: [7, 4] },
  ])
  assert.deepEqual(itemsOf([ALL, ONE]), [{ item: 'ssd', quantities: [3, 2] }])
})

test('units of both in the order of the tree; of one unit its block is not all of that block', () => {
  assert.deepEqual(
    unitsOf([ALL, ONE]).map(({ name, dong, funded }) => [name, ...dong, ...funded]),
    [
      ['I', 9, undefined, 8, undefined],
      ['U1', 9, undefined, 8, undefined],
      ['U3', undefined, 4, undefined, 3],
      ['II', 3, undefined, 2, undefined],
      ['U2', 3, undefined, 2, undefined],
    ],
  )
})

test('the choice stands in the address beside the present terms: at most three, each once', () => {
  assert.deepEqual(readChoice('ids=3,now,3,x,0,5,9'), [3, NOW, 5])
  assert.deepEqual(readChoice(''), [])
  assert.equal(choiceAddress({ budget: '5' }, [3, NOW]), '/plan/scenarios?budget=5&ids=3,now')
  assert.equal(choiceAddress({}, []), '/plan/scenarios')
  assert.deepEqual(toggled([1, 2], 1), [2])
  assert.deepEqual(toggled([1, 2, 3], NOW), [1, 2, 3])
})

test('a budget reads as people say it', () => {
  assert.equal(budgetWords({}, 'vi'), 'không giới hạn, 1 năm')
  assert.equal(budgetWords({ budget: '400000000', firstYear: '2027' }, 'vi'), '400.000.000 đ mỗi năm, 3 năm từ 2027')
  assert.equal(budgetWords({ budget: '2,1', years: '2' }, 'en'), '2 đ, 1 đ (2 years)')
})

test('what is changed beside a version reads as a sentence would', () => {
  const view = { memoryBytes: String(16 * 1024 ** 3), systemDiskSsd: 'false', replaceSharePercent: '40', 'price-ssd': '900000' }
  assert.deepEqual(changeWords(view, FIRST_POLICY, FIRST_PRICES, 'vi'), [
    'RAM từ 16 GB',
    'Ổ hệ thống là SSD: không',
    'Thay mới khi nâng cấp quá 40% giá máy mới',
    'ổ SSD 900.000 đ',
  ])
  assert.deepEqual(changeWords(view, undefined, undefined, 'vi'), [])
})
