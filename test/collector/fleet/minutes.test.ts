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

test('what is found, what left the ledger, what keeps silent and what is for the pen stand in their own words', async () => {
  const lines = (await written())
    .slice(1, 7)
    .map(({ cells }) => [cells.assetCode, cells['found-count'], cells['difference-count'], cells.note])
  assert.deepEqual(lines, [
    ['TS-1', 1, 0, ''],
    ['TS-2', 1, 0, 'Im lặng từ 02/07/2026'],
    ['TS-3', 0, -1, 'Máy đã đưa ra khỏi sổ máy ngày 20/09/2026; kiểm tra tại chỗ'],
    ['TS-4', 0, -1, 'Chưa có tín hiệu nào; kiểm tra tại chỗ'],
    ['MAT-5', '', '', 'Máy mật: kiểm kê tại chỗ'],
    ['TS-6', 1, 0, ''],
  ])
})

test('sums hold what is known and say how many lines are not, for each unit and for all', async () => {
  const sums = (await written()).filter(({ isSum }) => isSum).map(({ cells }) => cells)
  assert.deepEqual(
    sums.map((cells) => [cells.name, cells['books-count'], cells['books-cost'], cells['books-remaining']]),
    [
      ['Sở Nội vụ', 6, '75.000.000 (1 chưa rõ)', '45.000.000 (1 chưa rõ)'],
      ['Sở Y tế', 6, '75.000.000 (1 chưa rõ)', '45.000.000 (1 chưa rõ)'],
      ['Cộng', 12, '150.000.000 (2 chưa rõ)', '90.000.000 (2 chưa rõ)'],
    ],
  )
  assert.deepEqual(
    [sums[2]?.['found-count'], sums[2]?.['found-cost'], sums[2]?.['difference-count'], sums[2]?.['difference-cost'], sums[2]?.note],
    [6, 90_000_000, -4, '-30.000.000 (2 chưa rõ)', '2 máy mật: kiểm kê tại chỗ'],
  )
})

test('the document leaves parties, opinion and signatures to the pen, and has every line in its annex', async () => {
  const letter = await minutesLetter(units(), {
    ...asked,
    issuer: { parent: 'UBND tỉnh', name: 'Sở Tài chính', place: 'Kon Tum' },
    at: AT,
    day: '30/09/2026',
    usefulLifeYears: 5,
  })
  assert.deepEqual([letter.code, letter.title, letter.signers?.length], ['BB', 'Biên bản kiểm kê tài sản cố định', 3])
  assert.ok(letter.paragraphs.some((text) => text.startsWith('Ban kiểm kê')))
  const [annex] = letter.annexes
  assert.equal(annex?.rows.length, 15)
  assert.deepEqual(annex?.rows.at(-1)?.cells.slice(0, 6), ['', 'Cộng', '', '', '12', '150.000.000 (2 chưa rõ)'])
  for (const { cells } of annex?.rows ?? []) assert.equal(cells.length, annex?.columns.length)
})
