/** Units by need: most to look at first, equals in protocol order, no blocks; and the choice stands in addresses, not in what the collector is asked. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CountRow, Figures } from '#shared/api/counts.ts'
import { noFigures } from '#shared/text/figures.ts'
import { needOf, unitsByNeed } from '#web/pages/overview/need.ts'
import { pageParameters, pcsAddress, readCountView, viewParameters } from '#web/pages/overview/url-state.ts'

const row = (name: string, own: Partial<Figures>, kind: CountRow['kind'] = 'unit'): CountRow => ({
  kind,
  name,
  block: 'I',
  depth: kind === 'block' ? 0 : 1,
  figures: { ...noFigures(), ...own },
  ...(kind === 'unit' && { unitId: name.length }),
})

test('silence, the unknown and what reaches nothing count; WAN only and what must not be connected do not', () => {
  assert.equal(
    needOf({
      ...noFigures(),
      silent: 1,
      unknown: 2,
      'lan-only': 4,
      'stand-alone': 8,
      'wan-only': 16,
      exempt: 32,
      internet: 64,
      'register-only': 128,
    }),
    143,
  )
})

test('most first, equals as they stood, without the blocks', () => {
  const rows = [
    row('I', { silent: 9 }, 'block'),
    row('a', { silent: 1 }),
    row('bb', { internet: 9 }),
    row('ccc', { unknown: 1 }),
    row('dddd', { silent: 2 }),
  ]
  assert.deepEqual(
    unitsByNeed(rows).map(({ name }) => name),
    ['dddd', 'a', 'ccc', 'bb'],
  )
  assert.equal(rows[0]?.name, 'I', 'what the collector said is left as it was')
})

test('the order stays in the address from page to page and is no matter of the collector', () => {
  const view = readCountView('?asOf=2026-09-30&unit=3&order=need')
  assert.equal(view.order, 'need')
  assert.equal(pageParameters(view), 'asOf=2026-09-30&unit=3&order=need')
  assert.equal(viewParameters(view), 'asOf=2026-09-30&unit=3')
  assert.equal(pcsAddress(view, { states: ['silent'], blocks: [] }).parameters, 'asOf=2026-09-30&unit=3&states=silent')
  assert.equal(pageParameters(readCountView('?order=need')), 'order=need')
  assert.equal(readCountView('?order=name').order, undefined)
})
