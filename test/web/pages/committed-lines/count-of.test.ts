/** How many lines a filter leaves is told from the plan's figures alone where these stand, and never guessed. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CommittedPlan, Progress } from '#shared/api/committed-plans.ts'
import { linesWords } from '#shared/text/committed.ts'
import { countOf } from '#web/pages/committed-lines/count-of.ts'

const progress = (lines: number, done: number): Progress => ({
  lines,
  unpriced: 0,
  costDong: 0,
  done,
  'not-yet': lines - done,
  differently: 0,
  'cannot-tell': 0,
})
const row = (kind: 'block' | 'unit', block: string, own: Progress, unitId?: number) => ({
  kind,
  block,
  name: block,
  depth: 0,
  progress: own,
  ...(unitId !== undefined && { unitId }),
})
const PLAN = {
  total: progress(10, 4),
  years: [{ year: 2027, progress: progress(6, 3) }, { year: 2028, progress: progress(3, 1) }, { progress: progress(1, 0) }],
  rows: [row('block', 'I', progress(10, 4)), row('unit', 'I', progress(7, 2), 5)],
} as unknown as CommittedPlan

test('by outcome, year, block and unit; not by unit and year together', () => {
  assert.equal(countOf(PLAN, {}), 10)
  assert.equal(countOf(PLAN, { outcome: 'done' }), 4)
  assert.equal(countOf(PLAN, { year: 1, outcome: 'not-yet' }), 2)
  assert.equal(countOf(PLAN, { year: -1 }), 1)
  assert.equal(countOf(PLAN, { block: 'I', outcome: 'done' }), 4)
  assert.equal(countOf(PLAN, { unit: 5 }), 7)
  assert.equal(countOf(PLAN, { unit: 5, year: 0 }), undefined)
  assert.equal(countOf(PLAN, { unit: 6 }), undefined)
  assert.equal(countOf(PLAN, { year: 7 }), undefined)
})

test('the heading says in both languages which lines these are', () => {
  const shown = { outcome: 'done', block: undefined, unitName: 'Sở Y tế', year: 0, years: [{ year: 2027 }], count: 214 } as const
  assert.equal(linesWords(shown, 'vi'), '214 máy đã thực hiện năm 2027, Sở Y tế')
  assert.equal(linesWords(shown, 'en'), '214 PCs done in 2027, Sở Y tế')
  const rest = { ...shown, outcome: undefined, unitName: undefined, block: 'I', year: -1, count: undefined }
  assert.match(linesWords(rest, 'vi'), /^Máy trong kế hoạch không thuộc năm nào, I\. /)
})
