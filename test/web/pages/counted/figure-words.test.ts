/** What a list behind a figure says of itself: how many, in which state, of which day, and of whom. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { figureWords } from '#web/pages/counted/figure-words.ts'

const shown = { unit: undefined, asOf: '2016-09-30', count: 14 }

test('a list says its state, its day and its unit, its blocks, or that it is of all', () => {
  const silent = { states: ['silent'], blocks: [] }
  assert.equal(figureWords('vi', { ...shown, figure: silent, unit: 'Sở Nội vụ' }), '14 máy im lặng đến 30/09/2016, Sở Nội vụ')
  assert.equal(figureWords('vi', { ...shown, figure: silent }), '14 máy im lặng đến 30/09/2016, Toàn bộ')
  assert.equal(
    figureWords('en', { ...shown, figure: { states: [], blocks: ['I', 'II'] } }),
    '14 PCs as of 30/09/2016, I. Province, II. Districts',
  )
})

test('several states are told as one or another, though a state has a comma of its own', () => {
  const figure = { states: ['lan-only', 'silent', 'register-only'], blocks: [] }
  assert.match(figureWords('vi', { ...shown, figure }), /^14 máy chỉ mạng nội bộ, im lặng hoặc có trong sổ, chưa báo đến 30/)
  assert.match(figureWords('en', { ...shown, figure }), /^14 PCs LAN only, silent,? or in the register only as of 30/)
})
