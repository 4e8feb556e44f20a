/** Two counts beside each other: unit by unit, with what stood in one of them alone, and rates in points. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Counts, Figures } from '#shared/api/counts.ts'
import { noFigures } from '#shared/text/figures.ts'
import { differenceCells } from '#web/pages/compare/difference-cells.ts'
import { differencesOf } from '#web/pages/compare/differences.ts'
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
  rule: { version: 0, windowDays: 30, silentDays: 30, blocks: ['I'] },
  rows,
  total,
  outside: noFigures(),
  at: 0,
})

test('the total first, then the newer tree, then what stood in the older one alone', () => {
  const old = counts([unit(1, figures(5)), unit(2, figures(3))], figures(8))
  const fresh = counts([unit(3, figures(4)), unit(1, figures(6))], figures(10))
  assert.deepEqual(
    differencesOf(old, fresh).map(({ key, old: before, new: after }) => [key, before?.internet, after?.internet]),
    [
      ['total', 8, 10],
      ['3', undefined, 4],
      ['1', 5, 6],
      ['2', 3, undefined],
    ],
  )
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
