/** What a list of a plan says of itself, and what it says is done about a PC. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plannedWords } from '#web/pages/plan-pcs/planned-words.ts'
import { boughtFor, measureWords, worksFor } from '#web/pages/plan-pcs/remedies-words.ts'

const shown = { count: 27, unit: undefined, firstYear: 2027 }

test('verdict, remedy, year and place, in a sentence', () => {
  const sentence = plannedWords('vi', { ...shown, filter: { verdict: 'replace', year: '0', inUnit: '6' }, unit: 'Sở Tài chính' })
  assert.equal(sentence, '27 máy thay mới năm 2027, Sở Tài chính')
  assert.equal(plannedWords('vi', { ...shown, filter: { remedy: 'add-memory', year: '-1' } }), '27 máy cần thêm RAM chưa bố trí, Toàn bộ')
  assert.equal(plannedWords('vi', { ...shown, filter: { inBlock: 'II' }, count: 848 }), '848 máy trong kế hoạch, II. Cấp huyện')
  assert.equal(plannedWords('en', { ...shown, filter: { verdict: 'unknown' }, count: 1 }), '1 PC of which too little is known, Everything')
  assert.equal(plannedWords('en', { ...shown, filter: { verdict: 'mend', year: '2' } }), '27 PCs to upgrade in 2029, Everything')
})

test('while its number and year are not known, none is said', () => {
  const coming = { count: undefined, firstYear: undefined, unit: '…', filter: { verdict: 'keep', year: '1' } }
  assert.equal(plannedWords('vi', coming), 'máy giữ lại năm …, …')
})

test('of a PC that is replaced its upgrades are not told as done', () => {
  const remedies = ['add-memory', 'add-ssd'] as const
  const pc = { remedies: [...remedies], works: ['free-room' as const], items: ['desktop' as const] }
  assert.equal(boughtFor({ ...pc, verdict: 'replace' }, 'vi'), 'máy tính để bàn')
  assert.equal(boughtFor({ ...pc, verdict: 'replace', items: [] }, 'vi'), 'thay mới (chưa tính tiền)')
  assert.equal(worksFor({ ...pc, verdict: 'replace' }, 'vi'), '')
  assert.equal(boughtFor({ ...pc, verdict: 'mend' }, 'vi'), 'thêm RAM, thay ổ SSD')
  assert.equal(worksFor({ ...pc, verdict: 'mend' }, 'vi'), 'dọn ổ đĩa')
  assert.equal(boughtFor({ ...pc, verdict: 'unknown' }, 'en'), '')
  assert.equal(measureWords('systemDiskKind', 'vi'), 'loại ổ hệ thống')
  assert.equal(measureWords('newerMeasure', 'vi'), 'newerMeasure')
})
