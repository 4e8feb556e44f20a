/** The acts of a reorganisation: nothing is left below a unit that ends, nothing goes into one, and what is asked says so. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  addListed,
  addMade,
  changeMade,
  dropEnded,
  dropMade,
  likeBefore,
  mergeUnits,
  replaceListed,
  replaceUnit,
  splitUnit,
} from '#web/pages/reorganise/acts.ts'
import { askedOf, blockOf, type Draft, EMPTY, isEmpty, labelsOf, type Standing } from '#web/pages/reorganise/draft.ts'

const unit = (id: number, name: string, more: Partial<Standing> = {}): Standing => ({
  id,
  name,
  block: 'I',
  orderNo: id * 10,
  validFrom: '2016-01-01',
  from: [],
  into: [],
  pcs: 1,
  ...more,
})
const HOME = unit(1, 'Sở Nội vụ')
const LABOUR = unit(2, 'Sở Lao động', { code: 'H34.2' })
const OFFICE = unit(3, 'Văn phòng', { parentId: 2 })
const DESK = unit(4, 'Tổ', { parentId: 3 })
const DISTRICT = unit(5, 'UBND huyện', { block: 'II' })
const UNITS = [HOME, LABOUR, OFFICE, DESK, DISTRICT]

const fresh = { name: 'Sở mới', block: 'I', orderNo: 1, code: '', parent: undefined } as const
const shapeOf = ({ made, ended }: Draft) => ({
  made: made.map(({ key, name, parent }) => [key, name, parent]),
  ended: ended.map(({ unitId, into }) => [unitId, ...into]),
})

test('a renamed unit takes along all that lies below it, each below the successor of what it lay below', () => {
  const draft = replaceUnit(EMPTY, UNITS, 2, { ...likeBefore(LABOUR), name: 'Sở Việc làm' })
  assert.deepEqual(shapeOf(draft), {
    made: [
      ['n1', 'Sở Việc làm', undefined],
      ['n2', 'Văn phòng', 'n1'],
      ['n3', 'Tổ', 'n2'],
    ],
    ended: [
      [2, 'n1'],
      [3, 'n2'],
      [4, 'n3'],
    ],
  })
  assert.equal(draft.made[0]?.code, 'H34.2')
})

test('merged with what lies below it, nothing is made twice', () => {
  const draft = mergeUnits(EMPTY, UNITS, [2, 3, 4, 1], fresh)
  assert.deepEqual(shapeOf(draft), {
    made: [['n1', 'Sở mới', undefined]],
    ended: [
      [2, 'n1'],
      [3, 'n1'],
      [4, 'n1'],
      [1, 'n1'],
    ],
  })
})

test('merged into one that stands, that one stands on; renamed afterwards, all go into the new one', () => {
  const merged = mergeUnits(EMPTY, UNITS, [1, 5], 'u1')
  assert.deepEqual(shapeOf(merged), { made: [], ended: [[5, 'u1']] })
  const renamed = replaceUnit(merged, UNITS, 1, fresh)
  assert.deepEqual(shapeOf(renamed).ended, [
    [5, 'n1'],
    [1, 'n1'],
  ])
})

test('split, the parts stand one after the other in its place without its code, and PCs and units below go to the first', () => {
  const draft = splitUnit(EMPTY, UNITS, LABOUR, ['Một', 'Hai'])
  assert.deepEqual(
    draft.made.slice(0, 2).map(({ name, orderNo, code }) => [name, orderNo, code]),
    [
      ['Một', 20, ''],
      ['Hai', 21, ''],
    ],
  )
  assert.deepEqual(draft.ended[0]?.into, ['n1', 'n2'])
  assert.equal(draft.made.find(({ name }) => name === 'Văn phòng')?.parent, 'n1')
})

test('moved below a unit of another block, the whole branch is of that block', () => {
  const draft = replaceUnit(EMPTY, UNITS, 2, { ...likeBefore(LABOUR), parent: 'u5' })
  assert.deepEqual(new Set(draft.made.map(({ block }) => block)), new Set(['II']))
  const [first] = draft.made
  assert.ok(first)
  const back = changeMade(draft, UNITS, { ...first, parent: undefined, block: 'I' })
  assert.deepEqual(new Set(back.made.map(({ block }) => block)), new Set(['I']))
  assert.equal(blockOf('n1', UNITS, back), 'I')
})

test('a new unit taken away lets what only went into it stand on, and what lay below it stand by itself', () => {
  const [draft] = addMade(mergeUnits(EMPTY, UNITS, [1], fresh), { ...fresh, name: 'Phòng', parent: 'n1' })
  const dropped = dropMade(draft, 'n1')
  assert.deepEqual(shapeOf(dropped), { made: [['n2', 'Phòng', undefined]], ended: [] })
  assert.equal(isEmpty(dropMade(dropped, 'n2')), true)
  assert.deepEqual(dropEnded(draft, 1).ended, [])
})

test('the collector is asked with ids, keys and no empty code; confirmed only when it is', () => {
  const [draft] = addMade(mergeUnits(EMPTY, UNITS, [1], { ...fresh, code: 'H34.9' }), { ...fresh, name: 'Phòng', parent: 'u5' })
  assert.deepEqual(askedOf(draft, '2026-07-01', false), {
    day: '2026-07-01',
    made: [
      { key: 'n1', name: 'Sở mới', block: 'I', orderNo: 1, code: 'H34.9' },
      { key: 'n2', name: 'Phòng', block: 'I', orderNo: 1, parent: { unitId: 5 } },
    ],
    ended: [{ unitId: 1, into: [{ key: 'n1' }] }],
  })
  assert.equal(askedOf(draft, '2026-07-01', true).confirm, true)
})

test('units that bear one name are told apart by being new, and by what stands above them', () => {
  const [below] = addMade(EMPTY, { ...fresh, name: 'Văn phòng', parent: 'u1' })
  const draft = replaceUnit(below, UNITS, 1, likeBefore(HOME))
  const labels = labelsOf(UNITS, draft, 'mới')
  assert.deepEqual(
    ['u3', 'n1', 'u4', 'u1', 'n2'].map((ref) => labels.get(ref)),
    ['Văn phòng (Sở Lao động)', 'Văn phòng (mới, Sở Nội vụ)', 'Tổ', 'Sở Nội vụ', 'Sở Nội vụ (mới)'],
  )
})

test('units of a list come under keys of the plan, below what they were listed below, before or after it', () => {
  const { made } = addListed({ made: [{ ...likeBefore(HOME), key: 'n4' }], ended: [] }, [
    { key: 'row-2', name: 'Tổ', block: 'I', orderNo: 1, parent: { key: 'row-3' } },
    { key: 'row-3', name: 'Phòng', block: 'I', orderNo: 2, code: '12.18', parent: { unitId: 1 } },
  ])
  assert.deepEqual(
    made.slice(1).map(({ key, name, code, parent }) => [key, name, code, parent]),
    [
      ['n5', 'Tổ', '', 'n6'],
      ['n6', 'Phòng', '12.18', 'u1'],
    ],
  )
})

test('units that a list has otherwise are replaced once each, with what lies below them, and what ends already is left to the plan', () => {
  const asListed = ({ id, name, block, orderNo }: Standing, code: string) => ({
    unitId: id,
    name,
    block: block as 'I',
    orderNo,
    code,
    differs: ['code' as const],
  })
  const draft = replaceListed(mergeUnits(EMPTY, UNITS, [1, 5], fresh), UNITS, [
    asListed(LABOUR, 'G12.2'),
    asListed(DESK, 'G12.2.1'),
    asListed(HOME, 'G12.1'),
  ])
  assert.deepEqual(
    draft.made.map(({ name, code, parent }) => [name, code, draft.made.find(({ key }) => key === parent)?.name]),
    [
      ['Sở mới', '', undefined],
      ['Tổ', 'G12.2.1', 'Văn phòng'],
      ['Sở Lao động', 'G12.2', undefined],
      ['Văn phòng', '', 'Sở Lao động'],
    ],
  )
  assert.deepEqual(draft.ended.map(({ unitId }) => unitId).sort(), [1, 2, 3, 4, 5])
})
