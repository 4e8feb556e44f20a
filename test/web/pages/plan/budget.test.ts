/** The budget of a plan: one amount for all years or one for each, kept through more and fewer years as the collector reads it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { apart, budgetIn, withBudget, withYears, yearsIn } from '#web/pages/plan/budget.ts'

test('years are those asked for, else as many as a budget needs', () => {
  assert.equal(yearsIn({}), 1)
  assert.equal(yearsIn({ budget: '5' }), 3)
  assert.equal(yearsIn({ budget: '5,6,7,8' }), 4)
  assert.equal(yearsIn({ years: '2', budget: '5' }), 2)
  assert.equal(yearsIn({ years: 'many' }), 1)
})

test('fewer amounts than years repeat the last', () => {
  assert.deepEqual(budgetIn({}), { kind: 'none' })
  assert.deepEqual(budgetIn({ budget: '2000000000' }), { kind: 'same', dong: 2_000_000_000 })
  assert.deepEqual(budgetIn({ budget: '5,6', years: '4' }), { kind: 'each', dong: [5, 6, 6, 6] })
})

test('more years and fewer years take their amounts along', () => {
  assert.deepEqual(withYears({ budget: '5,6,7' }, 2), { years: '2', budget: '5,6' })
  assert.deepEqual(withYears({ budget: '5,6' }, 4), { years: '4', budget: '5,6,6,6' })
  assert.deepEqual(withYears({ budget: '5,6' }, 1), { years: '1', budget: '5' })
  assert.deepEqual(withYears({ budget: '5' }, 5), { years: '5', budget: '5' })
  assert.deepEqual(withYears({}, 2), { years: '2' })
})

test('apart and together again', () => {
  assert.deepEqual(apart({ budget: '5', years: '2' }, true), { budget: '5,5', years: '2' })
  assert.deepEqual(apart({ budget: '5,9', years: '2' }, false), { budget: '5', years: '2' })
  assert.deepEqual(apart({ years: '2' }, true), { years: '2' })
  assert.deepEqual(withBudget({ budget: '5', unit: '6' }, { kind: 'none' }), { unit: '6' })
})
