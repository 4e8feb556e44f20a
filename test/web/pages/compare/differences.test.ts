/** Two counts beside each other: unit by unit, with what stood in one of them alone, and rates in points. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Counts, Figures } from '#shared/api/counts.ts'
import { noFigures } from '#shared/text/figures.ts'
import { differencesOf, pointsBetween } from '#web/pages/compare/differences.ts'
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

test('points are of the rates as they are shown, and of nothing there are none', () => {
  assert.equal(pointsBetween(figures(2_019, 113), figures(2_068, 64)), 2.3)
  assert.equal(pointsBetween(figures(1, 1), figures(1, 1)), 0)
  assert.equal(pointsBetween(figures(3, 1), figures(1, 3)), -50)
  assert.equal(pointsBetween(noFigures(), figures(1)), undefined)
  assert.equal(pointsBetween(undefined, figures(1)), undefined)
})

test('a side is a day or a frozen report, and anything else is the last whole day', () => {
  for (const text of ['r3', '2026-09-30']) assert.equal(sideText(readSide(text)), text)
  for (const text of [null, '', 'r', 'rx', '30/09/2026', '<script>']) assert.deepEqual(readSide(text), { day: undefined })
  assert.equal(monthBefore('2026-03-01'), '2026-01-30')
})
