/** Filters read as sentences in both languages. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Column } from '#shared/api/pcs.ts'
import { filterSentence, viewSentence, type Wording } from '#shared/text/filter-sentence.ts'

function column(key: string, vi: string, en: string, kind: Column['kind'], choices?: Column['choices']): Column {
  const heading = { vi, en }
  return { key, heading, kind, shownByDefault: true, sortable: true, operators: [], ...(choices ? { choices } : {}) }
}

const columns: Column[] = [
  column('memoryBytes', 'RAM', 'Memory', 'bytes'),
  column('pendingUpdates', 'Bản vá chờ cài', 'Pending updates', 'count'),
  column('lastSeenAt', 'Lượt báo cuối', 'Last check-in', 'instant'),
  column('restartPending', 'Chờ khởi động lại', 'Restart pending', 'yes-no'),
  column('unit', 'Đơn vị', 'Unit', 'unit'),
  column('serial', 'Số serial', 'Serial number', 'text'),
  column('state', 'Kết nối', 'State', 'choice', [
    { value: 'silent', label: { vi: 'im lặng', en: 'silent' } },
    { value: 'offline', label: { vi: 'không kết nối', en: 'offline' } },
  ]),
]
const units = [{ id: 3, name: 'Sở Nội vụ' }]
const vi: Wording = { language: 'vi', columns, units, timeZone: 'Asia/Ho_Chi_Minh' }
const en: Wording = { language: 'en', columns, units, timeZone: 'Asia/Ho_Chi_Minh' }

// 01/09/2026 00:00 and the last millisecond of 30/09/2026 in Viet Nam (UTC+7).
const SEPTEMBER_FIRST = Date.UTC(2026, 7, 31, 17)
const END_OF_SEPTEMBER = Date.UTC(2026, 8, 30, 17) - 1

const SENTENCES: readonly [column: string, operator: string, value: string, vi: string, en: string][] = [
  ['memoryBytes', 'lt', '8589934592', 'RAM dưới 8 GB', 'Memory under 8 GB'],
  ['memoryBytes', 'ge', '8053063680', 'RAM từ 7,5 GB trở lên', 'Memory at least 7.5 GB'],
  ['pendingUpdates', 'le', '1200', 'Bản vá chờ cài từ 1.200 trở xuống', 'Pending updates at most 1,200'],
  ['pendingUpdates', 'unknown', '', 'Bản vá chờ cài chưa rõ', 'Pending updates is unknown'],
  ['serial', 'known', '', 'Số serial đã rõ', 'Serial number is known'],
  ['serial', 'contains', 'PF.2', 'Số serial có chứa “PF.2”', 'Serial number contains “PF.2”'],
  ['lastSeenAt', 'lt', String(SEPTEMBER_FIRST), 'Lượt báo cuối trước ngày 01/09/2026', 'Last check-in before 01/09/2026'],
  ['lastSeenAt', 'le', String(END_OF_SEPTEMBER), 'Lượt báo cuối đến hết ngày 30/09/2026', 'Last check-in up to 30/09/2026'],
  ['lastSeenAt', 'within', '7', 'Lượt báo cuối trong 7 ngày qua', 'Last check-in in the last 7 days'],
  ['lastSeenAt', 'older', '30', 'Lượt báo cuối quá 30 ngày trước', 'Last check-in more than 30 days ago'],
  ['restartPending', 'is', 'no', 'Chờ khởi động lại là “không”', 'Restart pending is “no”'],
  ['unit', 'is', '3,99', 'Đơn vị là Sở Nội vụ hoặc #99', 'Unit is Sở Nội vụ or #99'],
  ['state', 'not', 'silent,offline', 'Kết nối không phải là im lặng hoặc không kết nối', 'State is not silent or offline'],
  ['gone', 'is', 'x', 'gone is x', 'gone is x'],
  ['serial', 'sounds-like', 'x', 'serial sounds-like x', 'serial sounds-like x'],
]

for (const [key, operator, value, inVietnamese, inEnglish] of SENTENCES) {
  test(`${key} ${operator} reads "${inVietnamese}"`, () => {
    assert.equal(filterSentence({ column: key, operator, value }, vi), inVietnamese)
    assert.equal(filterSentence({ column: key, operator, value }, en), inEnglish)
  })
}

test('the whole view reads as one sentence', () => {
  const view = { q: 'đắk', filters: [{ column: 'memoryBytes', operator: 'lt', value: '8589934592' }] }
  assert.equal(viewSentence(view, vi), 'Tìm “đắk” và RAM dưới 8 GB')
  assert.equal(viewSentence({ q: '', filters: [] }, vi), '')
})
