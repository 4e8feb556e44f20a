/** Two counts beside each other: unit by unit, with what stood in one of them alone, and rates in points. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Counts, Figures } from '#shared/api/counts.ts'
import { noFigures } from '#shared/text/figures.ts'
import { differenceCells, listBehind } from '#web/pages/compare/difference-cells.ts'
import { type Difference, differencesOf, differencesWithin } from '#web/pages/compare/differences.ts'
import { monthBefore, readSide, sideText } from '#web/pages/compare/sides.ts'

const figures = (internet: number, silent = 0): Figures => ({ ...noFigures(), internet, silent })
const unit = (unitId: number, own: Figures) => ({
  kind: 'unit' as const,
  unitId,
  name: `unit ${unitId}`,
  block: 'I',
  depth: 1,
  figures: own,
})
const counts = (rows: Counts['rows'], total: Figures): Counts => ({
  asOf: '2026-09-30',
  isOver: true,
  rule: { version: 0, windowDays: 30, silentDays: 30, blocks: ['I'] },
  blocks: ['I'],
  rows,
  total,
  outside: noFigures(),
  at: 0,
})

test('the total first, then the newer tree, then what stood in the older one alone', () => {
  const old = counts([unit(1, figures(5)), unit(2, figures(3))], figures(8))
  const fresh = counts([unit(3, figures(4)), unit(1, figures(6))], figures(10))
  assert.deepEqual(
    differencesOf(old, fresh, []).map(({ key, old: before, new: after }) => [key, before?.internet, after?.internet]),
    [
      ['total', 8, 10],
      ['3', undefined, 4],
      ['1', 5, 6],
      ['2', 3, undefined],
    ],
  )
})

const block = (name: string, own: Figures) => ({ kind: 'block' as const, name, block: name, depth: 0, figures: own })
const at = (unitId: number, name: string, internet: number, depth = 1, where = 'I') => ({
  ...unit(unitId, figures(internet)),
  name,
  depth,
  block: where,
})
const links = (pairs: readonly (readonly [number, number])[]) => pairs.map(([unitId, heirId]) => ({ unitId, heirId }))
/** How each row reads: its name with what became of it, and what was connected before and after. */
function rowsOf(old: Counts['rows'], fresh: Counts['rows'], pairs: readonly (readonly [number, number])[]): unknown[] {
  const differences = differencesOf(counts(old, noFigures()), counts(fresh, noFigures()), links(pairs))
  return differences.slice(1).map(({ name, depth, told, old: before, new: after }) => {
    const words = told ? ` (${told.how} ${told.names.join(', ')})` : ''
    return [`${' '.repeat(depth)}${name}${words}`, before?.internet, after?.internet]
  })
}

test('a unit that got another name is one row, over however many reorganisations', () => {
  const rows = rowsOf(
    [at(1, 'Nội vụ', 5), at(2, 'Tài chính', 7)],
    [at(4, 'Nội vụ và Lao động', 6), at(2, 'Tài chính', 8)],
    [
      [1, 3],
      [3, 4],
    ],
  )
  assert.deepEqual(rows, [
    [' Nội vụ và Lao động (was Nội vụ)', 5, 6],
    [' Tài chính', 7, 8],
  ])
})

test('units that were merged stand beneath the one they are in, which is compared with what they had together', () => {
  const rows = rowsOf(
    [at(1, 'Kế hoạch', 50), at(2, 'Tài chính cũ', 60), at(3, 'Tổ tin học', 4, 2), at(4, 'Y tế', 9)],
    [at(9, 'Tài chính', 112), at(4, 'Y tế', 9)],
    [
      [1, 9],
      [2, 9],
      [3, 9],
    ],
  )
  assert.deepEqual(rows, [
    [' Tài chính (madeFrom Kế hoạch, Tài chính cũ)', 110, 112],
    ['  Kế hoạch (became Tài chính)', 50, undefined],
    ['  Tài chính cũ (became Tài chính)', 60, undefined],
    ['  Tổ tin học (became Tài chính)', 4, undefined],
    [' Y tế', 9, 9],
  ])
})

test('a unit that another went into is compared with both together, and not twice with what stood below it already', () => {
  const rows = rowsOf(
    [at(1, 'Y tế', 70), at(2, 'Phòng khám', 10, 2), at(3, 'Dân số', 5)],
    [at(1, 'Y tế', 76)],
    [
      [2, 1],
      [3, 1],
    ],
  )
  assert.deepEqual(rows, [
    [' Y tế (holdsNow Phòng khám, Dân số)', 75, 76],
    ['  Phòng khám (became Y tế)', 10, undefined],
    ['  Dân số (became Y tế)', 5, undefined],
  ])
})

test('a unit that came under another is part of what that one was before, and units that stay below one are not told of', () => {
  const under = rowsOf(
    [at(1, 'Y tế', 70), at(2, 'Tư pháp', 45)],
    [at(7, 'Y tế mới', 115), at(8, 'Tư pháp mới', 45, 2)],
    [
      [1, 7],
      [2, 8],
    ],
  )
  assert.deepEqual(under, [
    [' Y tế mới (madeFrom Y tế, Tư pháp)', 115, 115],
    ['  Y tế (became Y tế mới)', 70, undefined],
    ['  Tư pháp mới (was Tư pháp)', 45, 45],
  ])
  const moved = rowsOf(
    [at(1, 'Y tế', 70), at(3, 'Phòng khám', 6, 2), at(2, 'Dân số', 5)],
    [at(1, 'Y tế', 75), at(3, 'Phòng khám', 6, 2), at(2, 'Dân số', 5, 2)],
    [],
  )
  assert.deepEqual(moved, [
    [' Y tế (holdsNow Dân số)', 75, 75],
    ['  Phòng khám', 6, 6],
    ['  Dân số', 5, 5],
  ])
})

test('narrowed to a unit it keeps what went into it, and a figure of one unit alone has its list', () => {
  const old = counts([at(1, 'Y tế', 70), at(2, 'Tư pháp', 45), at(3, 'Nội vụ', 9)], figures(124))
  const fresh = counts([at(7, 'Y tế mới', 115), at(8, 'Tư pháp mới', 45, 2), at(3, 'Nội vụ', 9)], figures(124))
  const all = differencesOf(
    old,
    fresh,
    links([
      [1, 7],
      [2, 8],
    ]),
  )
  const own = differencesWithin(all, 7)
  assert.deepEqual(
    own.map(({ name }) => name),
    ['Y tế mới', 'Y tế', 'Tư pháp mới'],
  )
  assert.deepEqual(differencesWithin(all, 99), [])
  const views = [
    { asOf: '2025-06-30', unit: undefined },
    { asOf: '2026-09-30', unit: undefined, report: 4 },
  ] as const
  const [sum, , renamed] = own
  // What it was made of stood in two places.
  assert.equal(listBehind(sum as Difference, views, 0), undefined)
  assert.equal(listBehind(sum as Difference, views, 1), '/counted?report=4&unit=7&states=internet')
  assert.equal(listBehind(renamed as Difference, views, 3), '/counted?asOf=2025-06-30&unit=2')
  assert.equal(listBehind(all[0] as Difference, views, 3), '/counted?asOf=2025-06-30&blocks=I')
  assert.equal(listBehind(renamed as Difference, views, 2), undefined, 'a change is no figure')
})

test('a unit that was split stands before its successors, in their block, and is compared with what they have together', () => {
  const rows = rowsOf(
    [block('I', figures(3)), at(5, 'Nội vụ', 3), block('II', figures(88)), at(1, 'Huyện', 88, 1, 'II')],
    [block('I', figures(3)), at(5, 'Nội vụ', 3), block('III', figures(90)), at(7, 'Xã A', 40, 1, 'III'), at(8, 'Xã B', 50, 1, 'III')],
    [
      [1, 7],
      [1, 8],
    ],
  )
  assert.deepEqual(rows, [
    ['I', 3, 3],
    [' Nội vụ', 3, 3],
    ['II', 88, undefined],
    ['III', undefined, 90],
    [' Huyện (became Xã A, Xã B)', 88, 90],
    [' Xã A (madeFrom Huyện)', undefined, 40],
    [' Xã B (madeFrom Huyện)', undefined, 50],
  ])
})

test('where units went into several and several into one, no sum is claimed', () => {
  const rows = rowsOf(
    [at(1, 'A', 10), at(2, 'B', 20)],
    [at(7, 'X', 12), at(8, 'Y', 18)],
    [
      [1, 7],
      [1, 8],
      [2, 8],
    ],
  )
  assert.deepEqual(rows, [
    [' A (became X, Y)', 10, undefined],
    [' X (madeFrom A)', undefined, 12],
    [' Y (madeFrom A, B)', undefined, 18],
    ['  B (became Y)', 20, undefined],
  ])
})

test('what went nowhere in sight ends its own block', () => {
  const rows = rowsOf(
    [block('I', figures(2)), at(1, 'A', 2), block('II', figures(1)), at(2, 'B', 1, 1, 'II')],
    [block('I', figures(1)), at(3, 'C', 1), block('II', figures(1)), at(2, 'B', 1, 1, 'II')],
    [[1, 99]],
  )
  assert.deepEqual(rows, [
    ['I', 2, 1],
    [' C', undefined, 1],
    [' A', 2, undefined],
    ['II', 1, 1],
    [' B', 1, 1],
  ])
})

test('points are printed with one decimal and their sign, and are the difference of the two printed rates', () => {
  const points = (old: Figures | undefined, fresh: Figures | undefined) => differenceCells({ old, new: fresh }, 'vi').slice(-3)
  assert.deepEqual(points(figures(2_068, 64), figures(2_077, 55)), ['97,0%', '97,4%', '+0,4'])
  assert.deepEqual(points(figures(2_068, 64), figures(2_019, 113)), ['97,0%', '94,7%', '−2,3'])
  assert.deepEqual(points(figures(1, 1), figures(2, 2)), ['50,0%', '50,0%', '0,0'])
  assert.deepEqual(points(figures(1, 1), figures(201, 199)), ['50,0%', '50,3%', '+0,3'], 'halves are rounded as the rates are')
  assert.deepEqual(points(noFigures(), figures(1)), ['–', '100,0%', '–'])
  assert.deepEqual(points(undefined, figures(1)), ['–', '100,0%', '–'])
})

test('PCs are counted whole, and what stood in one of the two alone has no change', () => {
  assert.deepEqual(differenceCells({ old: figures(2_019, 113), new: figures(2_068, 70) }, 'en').slice(0, 6), [
    '2,019',
    '2,068',
    '+49',
    '2,132',
    '2,138',
    '+6',
  ])
  assert.deepEqual(differenceCells({ old: figures(3), new: undefined }, 'en').slice(0, 6), ['3', '–', '–', '3', '–', '–'])
})

test('a side is a day or a frozen report, and anything else is the last whole day', () => {
  for (const text of ['r3', '2026-09-30']) assert.equal(sideText(readSide(text)), text)
  for (const text of [null, '', 'r', 'rx', '30/09/2026', '<script>']) assert.deepEqual(readSide(text), { day: undefined })
  assert.equal(monthBefore('2026-03-01'), '2026-01-30')
})
