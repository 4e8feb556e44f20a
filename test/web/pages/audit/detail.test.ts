/** What deeds wrote down, in words: old beside new, and nothing for what has no name. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DEED_KINDS } from '#collector/store/deeds.ts'
import { detailLines } from '#web/pages/audit/detail.ts'
import { deedWords } from '#web/text/audit.ts'

const VI = { language: 'vi', timeZone: 'Asia/Ho_Chi_Minh' } as const
const deed = (detail: Record<string, unknown>) => ({ id: 1, at: 0, kind: 'x', who: 'chi-lan', detail })

test('numbers of staff and rules of counting say what was before and what is since', () => {
  assert.deepEqual(detailLines(deed({ day: '2026-06-01', old: { 'Sở Y tế': null }, new: { 'Sở Y tế': '33 / ? / 4' } }), VI), [
    'Sở Y tế: không có → 33 / ? / 4',
    'từ ngày: 01/06/2026',
  ])
  const rule = {
    version: 2,
    fromDay: '2026-06-01',
    silentDays: 30,
    old: { windowDays: 30, blocks: ['I', 'II'] },
    new: { windowDays: 7, blocks: ['I'] },
  }
  assert.deepEqual(detailLines(deed(rule), VI), [
    'cửa sổ (ngày): 30 → 7',
    'khối trong tổng: I, II → I',
    'phiên bản: 2',
    'từ ngày: 01/06/2026',
    'im lặng sau (ngày): 30',
  ])
})

test('a reorganisation names its units, a merge the other PC, a draft that was removed what it held', () => {
  const reorganised = { made: { k: 9 }, ended: [{ unitId: 1, heirs: [9] }], madeNames: ['K'], became: ['Sở Y tế → K'] }
  assert.deepEqual(detailLines(deed(reorganised), VI), ['đơn vị lập mới: 1', 'đơn vị kết thúc: 1', 'lập mới: K', 'thay đổi: Sở Y tế → K'])
  assert.deepEqual(detailLines(deed({ merge: 1, otherPcId: 7, into: 7, otherPc: 'PC-07 (#7)' }), VI), ['máy kia: PC-07 (#7)'])
  assert.deepEqual(detailLines(deed({ draft: 1, label: 'Quý III', old: { asOf: '2026-09-30', title: 'Quý III' } }), VI), [
    'số liệu đến ngày: 30/09/2026',
    'tên: Quý III',
  ])
})

test('whatever people do has a name in the log', () => {
  assert.deepEqual(
    DEED_KINDS.filter((kind) => deedWords[kind] === undefined),
    [],
  )
})
