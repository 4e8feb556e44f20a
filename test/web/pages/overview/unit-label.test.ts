/** A unit in the counts of a day: by its name, and where it did not stand, with the day it began or ended. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sayIn } from '#shared/text/catalogue.ts'
import { unitLabel } from '#web/pages/overview/unit-label.ts'
import { countsText } from '#web/text/counts.ts'

test('a unit that did not stand on the day says so', () => {
  const unit = { name: 'Sở Tài chính', validFrom: '2016-01-01', validTo: '2025-07-01' }
  const label = (day: string | undefined, language: 'vi' | 'en' = 'vi') => unitLabel(unit, day, sayIn(countsText, language))
  for (const day of ['2016-01-01', '2025-06-30', undefined]) assert.equal(label(day), 'Sở Tài chính')
  assert.equal(label('2025-07-01'), 'Sở Tài chính (đến hết 30/06/2025)')
  assert.equal(label('2026-09-30', 'en'), 'Sở Tài chính (until 30/06/2025)')
  assert.equal(label('2015-12-31'), 'Sở Tài chính (từ 01/01/2016)')
  assert.equal(unitLabel({ name: 'Sở Y tế', validFrom: '2016-01-01' }, '2026-09-30', sayIn(countsText, 'vi')), 'Sở Y tế')
})
