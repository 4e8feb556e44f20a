/** Tables of reference grow old: pages and files say how old, and from when on they leave something unknown. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tablesText, tableWarnings } from '#shared/text/reference-age.ts'

const DAYS = { lifecycle: '2026-08-22', builds: '2026-08-12' }

test('how old the tables are on the day they are asked about, and nothing where they are newer', () => {
  assert.equal(
    tablesText(DAYS, '2026-11-24', 'vi'),
    'ngày hết hỗ trợ: bản 22/08/2026, cũ 94 ngày; bản vá Windows: bản 12/08/2026, cũ 104 ngày',
  )
  assert.equal(tablesText(DAYS, '2026-08-13', 'en'), 'end of support: as of 22/08/2026; updates of Windows: as of 12/08/2026, 1 day old')
  assert.equal(tablesText(DAYS, '2026-01-01', 'en'), 'end of support: as of 22/08/2026; updates of Windows: as of 12/08/2026')
})

test('a table of updates is too old the day after the age that is asked about, one of support dates after half a year', () => {
  const warned = (on: string, patchDays = 30) => tableWarnings(DAYS, on, patchDays).length
  assert.equal(warned('2026-09-11'), 0)
  assert.equal(warned('2026-09-12'), 1)
  assert.equal(warned('2026-09-12', 31), 0)
  assert.equal(warned('2027-02-18'), 1)
  assert.equal(warned('2027-02-19'), 2)
  for (const { vi, en } of tableWarnings(DAYS, '2027-02-19', 30))
    assert.ok(vi.includes('reference import') && en.includes('reference import'))
})
