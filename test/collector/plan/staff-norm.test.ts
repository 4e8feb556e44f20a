/** The staff norm for one unit, and for several together. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addNeeds, type Equipment, NO_EQUIPMENT, type People, staffNeed, withPcs } from '#collector/plan/staff-norm.ts'

const NORM = { leaderPcs: 2 }
const has = (pcs: number, laptops = 0, caseUnread = 0): Equipment => ({ pcs, laptops, caseUnread })
const needs = (people: People, equipment: Equipment, norm = NORM) => {
  const { need, laptops, laptopsUnsure, staffUntold, leadersUntold } = staffNeed(people, equipment, norm)
  return [need, laptops, laptopsUnsure, staffUntold, leadersUntold]
}

test('people of groups I-VI have two machines, one of them a laptop, everybody else one', () => {
  assert.deepEqual(needs({ staff: 10, leaders: 3 }, has(8, 1)), [5, 2, 0, 0, 0])
  assert.deepEqual(needs({ staff: 10, leaders: 0 }, has(8)), [2, 0, 0, 0, 0])
  assert.deepEqual(needs({ staff: 10, leaders: 3 }, has(20, 1)), [0, 2, 0, 0, 0], 'desktops enough for all are no laptops')
  assert.deepEqual(needs({ staff: 10, leaders: 3 }, has(8, 1), { leaderPcs: 1 }), [2, 0, 0, 0, 0], 'by a policy of one PC a person')
})

test('a number of groups I-VI that nobody told makes no need, and is said', () => {
  assert.deepEqual(needs({ staff: 10, leaders: null }, has(8)), [2, 0, 0, 0, 1])
  assert.deepEqual(
    needs({ staff: 10, leaders: null }, has(8), { leaderPcs: 1 }),
    [2, 0, 0, 0, 0],
    'where nothing hangs on it nothing is missing',
  )
  assert.deepEqual(needs({ staff: 0, leaders: null }, has(8)), [0, 0, 0, 0, 0], 'of nobody nobody is of groups I-VI')
  assert.deepEqual(needs({ staff: null, leaders: null }, has(8)), [0, 0, 0, 1, 1])
  assert.deepEqual(needs({ staff: null, leaders: null }, has(0)), [0, 0, 0, 0, 0])
  assert.deepEqual(needs({ staff: null, leaders: 2 }, has(0)), [0, 2, 0, 1, 0], 'who told of two of its people has people')
  assert.deepEqual(needs({ staff: null, leaders: 3 }, has(8, 1)), [0, 2, 0, 1, 0])
})

test('a PC whose case nobody read may be a laptop: it makes no need, and how many more there may be is told', () => {
  assert.deepEqual(needs({ staff: 10, leaders: 5 }, has(10, 1, 3)), [5, 1, 3, 0, 0])
  assert.deepEqual(needs({ staff: 10, leaders: 2 }, has(10, 1, 3)), [2, 0, 1, 0, 0])
})

test('what one unit has too many covers no need of another', () => {
  const rich = staffNeed({ staff: 5, leaders: 1 }, has(20, 9), NORM)
  const poor = staffNeed({ staff: 5, leaders: 1 }, has(2), NORM)
  const { staff, leaders, need, laptops } = addNeeds(rich, poor)
  assert.deepEqual([staff, leaders, need, laptops], [10, 2, 4, 1])
})

test('PCs are told apart by their case', () => {
  const all = (['laptop', 'desktop', 'unknown'] as const).reduce((sum, casing, place) => withPcs(sum, place + 1, casing), NO_EQUIPMENT)
  assert.deepEqual(all, has(6, 1, 3))
})
