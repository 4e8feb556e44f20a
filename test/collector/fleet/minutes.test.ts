/** Inventory minutes by line: what counts as found, what is told of it, and sums that say how much of them is unknown. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type MinutesAsked, minutesRows } from '#collector/fleet/register/minutes.ts'
import { minutesLetter } from '#collector/fleet/register/minutes-letter.ts'
import { remainingDong } from '#collector/plan/remaining-value.ts'
import type { RegisterRow } from '#shared/api/register.ts'

const AT = Date.UTC(2026, 8, 30)
const DAY_MS = 86_400_000
const item = (assetCode: string, rest: Partial<NonNullable<RegisterRow['item']>> = {}): NonNullable<RegisterRow['item']> => ({
  id: 1,
  assetCode,
  name: 'Máy tính để bàn',
  unit: 'Sở Nội vụ',
  kind: 'desktop',
  serial: null,
  yearInUse: 2024,
  costDong: 15_000_000,
  exempt: false,
  note: '',
  ...rest,
})
const pc = { id: 7, name: 'PC-7', unit: 'Sở Nội vụ', kind: 'desktop', model: 'OptiPlex', serial: 'S7', lastSeenAt: AT - DAY_MS }
const row = (rest: Partial<RegisterRow>): RegisterRow => ({ differs: [], candidates: [], ...rest })

const asked: MinutesAsked = {
  language: 'vi',
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '30/09/2026',
  silentBefore: AT - 30 * DAY_MS,
  remainingOf: ({ costDong, yearInUse }) =>
    remainingDong({ originalDong: costDong ?? undefined, yearInUse: yearInUse ?? undefined }, 5, '2026-09-30'),
}

const ROWS = [
  row({ item: item('TS-1'), pc }),
  row({ item: item('TS-2'), pc: { ...pc, lastSeenAt: AT - 90 * DAY_MS } }),
  row({ item: item('TS-3'), pc, leftAt: AT - 10 * DAY_MS }),
  row({ item: item('TS-4', { costDong: null }) }),
  row({ item: item('MAT-5', { exempt: true }) }),
  row({ item: item('TS-6'), differs: ['unit'] }),
]

async function* units(): AsyncGenerator<{ unit: { name: string }; rows: AsyncIterable<RegisterRow[]> }> {
  async function* rows() {
    yield ROWS
  }
  yield { unit: { name: 'Sở Nội vụ' }, rows: rows() }
  yield { unit: { name: 'Sở Y tế' }, rows: rows() }
}

async function written() {
  const found = []
  for await (const chunk of minutesRows(units(), asked)) found.push(...chunk)
  return found
}

test('what is found, what left the ledger and what keeps silent stand in their own words; what nobody told of is for the pen', async () => {
  const lines = (await written())
    .slice(3, 9)
    .map(({ cells }) => [cells.assetCode, cells['found-count'], cells['difference-count'], cells.note])
  assert.deepEqual(lines, [
    ['TS-1', 1, 0, ''],
    ['TS-2', 1, 0, 'Im lặng từ 02/07/2026'],
    ['TS-3', 0, -1, 'Máy đã đưa ra khỏi sổ máy ngày 20/09/2026; kiểm tra tại chỗ'],
    ['TS-4', '', '', 'Chưa có phần mềm báo: kiểm kê tại chỗ'],
    ['MAT-5', '', '', 'Máy mật: kiểm kê tại chỗ'],
    ['TS-6', 1, 0, ''],
  ])
})

test('books, found and difference add up in the sum of the lines compared; while lines are for the pen the total leaves both open', async () => {
  const places = ['books', 'found', 'difference'].flatMap((side) => [`${side}-count`, `${side}-cost`])
  const sums = (await written()).filter(({ isSum }) => isSum).map(({ cells }) => [cells.name, ...places.map((place) => cells[place])])
  const unit = (name: string) => [
    [name, 6, 75_000_000, '', '', '', ''],
    ['Cộng các dòng đã đối chiếu', 4, 60_000_000, 3, 45_000_000, -1, -15_000_000],
    ['Còn chờ kiểm kê tại chỗ', 2, 15_000_000, '', '', '', ''],
  ]
  assert.deepEqual(sums, [
    ...unit('Sở Nội vụ'),
    ...unit('Sở Y tế'),
    ['Cộng các dòng đã đối chiếu', 8, 120_000_000, 6, 90_000_000, -2, -30_000_000],
    ['Còn chờ kiểm kê tại chỗ', 4, 30_000_000, '', '', '', ''],
    ['Cộng', 12, 150_000_000, '', '', '', ''],
  ])
  const notes = (await written()).slice(-3).map(({ cells }) => cells.note)
  const left =
    '2 chưa có phần mềm báo: kiểm kê tại chỗ; 2 máy mật: kiểm kê tại chỗ; 2 dòng chưa rõ nguyên giá; 2 dòng chưa rõ giá trị còn lại'
  assert.deepEqual(notes, ['', left, left])
})

test('where nothing is left for the pen there is one total, and PCs of an unknown cost make no difference of 0 dong', async () => {
  async function* compared() {
    async function* rows() {
      yield [row({ item: item('TS-1'), pc }), row({ pc })]
    }
    yield { unit: { name: 'Sở Nội vụ' }, rows: rows() }
  }
  const found = []
  for await (const chunk of minutesRows(compared(), asked)) found.push(...chunk)
  const { cells } = found.at(-1) ?? {}
  assert.equal(found.length, 4)
  assert.deepEqual(
    [cells?.['books-cost'], cells?.['found-count'], cells?.['found-cost'], cells?.['difference-count'], cells?.['difference-cost']],
    [15_000_000, 2, 15_000_000, 1, 'chưa rõ'],
  )
  assert.equal(cells?.note, '1 dòng chưa rõ nguyên giá; 1 dòng chưa rõ giá trị còn lại')
})

test('a unit without any agent yet reports none of its PCs missing, and sums that nobody knows are no 0', async () => {
  async function* without() {
    async function* rows() {
      yield [row({ item: item('TS-1') }), row({ item: item('TS-2'), candidates: [{ ...pc, agree: [], against: [] }] })]
    }
    async function* unpriced() {
      yield [row({ pc })]
    }
    yield { unit: { name: 'Sở Nội vụ' }, rows: rows() }
    yield { unit: { name: 'Sở Y tế' }, rows: unpriced() }
  }
  const found = []
  for await (const chunk of minutesRows(without(), asked)) found.push(...chunk)
  assert.deepEqual(
    found.map(({ cells }) => [cells['found-count'], cells['found-cost'], cells['difference-count'], cells['difference-cost'], cells.note]),
    [
      ['', '', '', '', '2 chưa có phần mềm báo: kiểm kê tại chỗ'],
      ['', '', '', '', 'Chưa có phần mềm báo: kiểm kê tại chỗ'],
      ['', '', '', '', 'Có thể là máy đã báo, chờ người xem: kiểm kê tại chỗ'],
      [1, 'chưa rõ', 1, 'chưa rõ', '1 dòng chưa rõ nguyên giá; 1 dòng chưa rõ giá trị còn lại'],
      [1, 'chưa rõ', 1, 'chưa rõ', 'Có máy, chưa có trong sổ'],
      [1, 'chưa rõ', 1, 'chưa rõ', '1 dòng chưa rõ nguyên giá; 1 dòng chưa rõ giá trị còn lại'],
      ['', '', '', '', '2 chưa có phần mềm báo: kiểm kê tại chỗ'],
      ['', '', '', '', '2 chưa có phần mềm báo: kiểm kê tại chỗ'],
    ],
  )
})

test('the document leaves parties, opinion and signatures to the pen, and has every line in its annex', async () => {
  const letter = await minutesLetter(units(), {
    ...asked,
    issuer: { parent: 'UBND tỉnh', name: 'Sở Tài chính', place: 'Kon Tum' },
    at: AT,
    usefulLifeYears: 5,
    notes: ['Máy mật: không có ở đây.'],
  })
  assert.deepEqual([letter.code, letter.title, letter.signers?.length], ['BB', 'Biên bản kiểm kê tài sản cố định', 3])
  assert.ok(letter.paragraphs.some((text) => text.startsWith('Ban kiểm kê')))
  assert.ok(letter.paragraphs.some((text) => text.includes('theo sổ ngày 30/09/2026')))
  const [annex] = letter.annexes
  assert.match(annex?.title ?? '', /ngày 30\/09\/2026$/)
  assert.equal(annex?.rows.length, 21)
  assert.equal(annex?.notes.at(-1), 'Máy mật: không có ở đây.')
  assert.deepEqual(annex?.rows.at(-1)?.cells.slice(0, 6), ['', 'Cộng', '', '', '12', '150.000.000'])
  for (const { cells } of annex?.rows ?? []) assert.equal(cells.length, annex?.columns.length)
})
