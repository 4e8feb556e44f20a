/** Official documents, read back from the file: paper, fonts, head, sentence, annex; hostile names harm nothing. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { docxOf } from '#collector/export/docx.ts'
import { countLetter } from '#collector/fleet/counts/letter.ts'
import type { Counts, Figures } from '#shared/api/counts.ts'
import { noFigures } from '#shared/text/figures.ts'
import type { Language } from '#shared/text/words.ts'

const figures = (some: Partial<Figures>): Figures => ({ ...noFigures(), ...some })

const COUNTS: Counts = {
  asOf: '2016-09-30',
  at: 0,
  isOver: true,
  rule: { version: 3, windowDays: 30, silentDays: 30, blocks: ['I', 'II'] },
  blocks: ['I', 'II'],
  total: figures({ internet: 2_068, 'wan-only': 21, silent: 35, exempt: 8 }),
  outside: figures({ internet: 3 }),
  rows: [
    { kind: 'block', name: 'I', block: 'I', depth: 0, figures: figures({ internet: 1_236, silent: 34 }) },
    { kind: 'unit', unitId: 1, name: 'Văn phòng UBND tỉnh', block: 'I', depth: 1, figures: figures({ internet: 69, silent: 1 }) },
    { kind: 'unit', unitId: 2, name: '=cmd|"/C calc" <b>&\u202e', block: 'I', depth: 1, figures: figures({ internet: 1_167, silent: 33 }) },
  ],
}
const ISSUER = { parent: 'UBND tỉnh Kon Tum', name: 'Sở Thông tin và Truyền thông', place: 'Kon Tum' }

/** The parts of the file by name, as text. */
async function partsOf(
  language: Language,
  more: Partial<Parameters<typeof countLetter>[1]> = {},
  counts: Counts = COUNTS,
): Promise<Record<string, string>> {
  const files = unzipSync(await docxOf(countLetter(counts, { language, timeZone: 'Asia/Ho_Chi_Minh', issuer: ISSUER, ...more })))
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]))
}

function textIn(xml: string): string {
  return [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>|<\/w:p>/g)].map(([, text]) => text ?? '\n').join('')
}

const bodyOf = async (language: Language, more = {}) => (await partsOf(language, more))['word/document.xml'] ?? ''

test('the sentence has numerator, denominator, both rates and the date, in the numbers of its language', async () => {
  const vi = textIn(await bodyOf('vi'))
  assert.ok(vi.includes('Đến hết ngày 30/09/2016, 2.068 trên 2.132 máy tính kết nối internet, đạt tỷ lệ 97,0%; tính trên 2.124 máy'), vi)
  assert.ok(vi.includes('tỷ lệ là 97,4%'))
  assert.ok(vi.includes('chỉ mạng TSLCD: 21; im lặng: 35; không thuộc diện kết nối: 8'), vi)
  const en = textIn(await bodyOf('en'))
  assert.ok(en.includes('2,068 of 2,132 PCs were connected to the internet, a rate of 97.0%'), en)
})

test('a letter of one unit, of a day that is not over, and of a ledger that knows nothing says so, in its title and its sentence', async () => {
  const said = async (counts: Partial<Counts>, language: Language = 'vi') =>
    textIn((await partsOf(language, {}, { ...COUNTS, ...counts }))['word/document.xml'] ?? '')
  const one = await said({ of: ['Sở Y tế'] })
  assert.ok(one.includes('máy tính (Sở Y tế) đến hết ngày 30/09/2016'), one)
  assert.ok(one.includes('Đến hết ngày 30/09/2016, tại Sở Y tế, 2.068 trên 2.132 máy tính'), one)
  const many = await said({ of: ['A', 'B', 'C', 'D', 'E'] }, 'en')
  assert.ok(many.includes('in A; B; C and 2 other units, 2,068 of 2,132'), many)
  const early = await said({ isOver: false, at: Date.UTC(2016, 8, 30, 1, 5) })
  assert.ok(early.includes('Đến 30/09/2016 08:05 (ngày chưa hết), 2.068 trên 2.132'), early)
  assert.equal(early.includes('hết ngày 30'), false)
  const none = await said({ total: noFigures(), since: '2025-10-27' })
  assert.ok(none.includes('trong sổ không có máy tính nào. Sổ ghi từ ngày 27/10/2025') && !none.includes('0 trên 0'), none)
  assert.equal(none.includes('Cơ quan, đơn vị'), false, 'no annex of zeros')
})

test('what the PCs are stands in an annex of its own, with what is unknown and a column for notes', async () => {
  const conditions = {
    casing: { desktop: 1_969, laptop: 149, other: 0 },
    support: { supported: 55, extended: 1_331, ended: 732 },
    patchAge: { none: 0, 'up-to-30': 0, 'up-to-90': 100, 'over-90': 1_749 },
  }
  const said = textIn((await partsOf('vi', {}, { ...COUNTS, conditions }))['word/document.xml'] ?? '')
  for (const words of ['Máy dùng HĐH hết hỗ trợ', 'Máy thiếu bản vá &gt; 30 ngày', 'Chưa rõ bản vá', 'Ghi chú', '1.849', '283'])
    assert.ok(said.includes(words), words)
})

test('on paper a sum of people says in its own cell of how many units it knows nothing, a unit by itself that it is unknown', async () => {
  const missing = { staffMissing: 1, equipped: 0, equippedMissing: 2, licensedAntivirus: 0, licensedAntivirusMissing: 2 }
  const people = { ...missing, staff: 1_071 }
  const [block, told, silent] = COUNTS.rows
  assert.ok(block && told && silent)
  const own = { equipped: 0, equippedMissing: 1, licensedAntivirus: 0, licensedAntivirusMissing: 1 }
  const rows = [
    { ...block, people },
    { ...told, people: { ...own, staff: 1_071, staffMissing: 0 } },
    { ...silent, people: { ...own, staff: 0, staffMissing: 1 } },
  ]
  const document = (await partsOf('vi', {}, { ...COUNTS, people, rows }))['word/document.xml'] ?? ''
  const [, table = ''] = [...document.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([one]) => one).slice(1)
  const cells = [...table.matchAll(/<w:tr>.*?<\/w:tr>|<w:tr .*?<\/w:tr>/gs)].map(([row]) =>
    [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => textIn(cell).trim()),
  )
  assert.deepEqual(
    cells.slice(1, 5).map((row) => row.slice(2, 5)),
    [
      ['1.071; chưa rõ 1 đơn vị', 'chưa rõ 2 đơn vị', 'chưa rõ'],
      ['1.071; chưa rõ 1 đơn vị', 'chưa rõ 2 đơn vị', 'chưa rõ'],
      ['1.071', 'chưa rõ', 'chưa rõ'],
      ['chưa rõ', 'chưa rõ', 'chưa rõ'],
    ],
  )
})

test('the head names issuer, nation and motto, and leaves number, date and signature to the officials', async () => {
  const said = textIn(await bodyOf('vi'))
  for (const words of [
    'UBND TỈNH KON TUM',
    'SỞ THÔNG TIN VÀ TRUYỀN THÔNG',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'Kon Tum, ngày      tháng      năm',
    'Số:          /BC-',
    'Nơi nhận:',
    'THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ',
  ])
    assert.ok(said.includes(words), words)
  const nameless = textIn(await bodyOf('vi', { issuer: { parent: '', name: '', place: '' } }))
  assert.ok(nameless.includes('........................, ngày'))
})

test('paper, margins and font are those of the decree, and the annex lies on its side with numbers of its own', async () => {
  const { 'word/document.xml': document = '', 'word/styles.xml': styles = '', ...others } = await partsOf('vi')
  const [upright = '', annex = ''] = [...document.matchAll(/<w:sectPr>.*?<\/w:sectPr>/gs)].map(([section]) => section)
  assert.match(upright, /<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"/)
  assert.match(upright, /<w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701"/)
  assert.match(upright, /<w:titlePg/)
  assert.match(annex, /<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/)
  assert.match(annex, /<w:pgNumType w:start="1"/)
  assert.match(styles, /Times New Roman/)
  assert.match(document, /<w:sz w:val="28"\/>/)
  const headers = Object.entries(others).filter(([name]) => name.startsWith('word/header'))
  assert.ok(headers.some(([, xml]) => xml.includes('PAGE') && xml.includes('w:val="center"')))
})

test('the annex is the committee’s table, its head on every page, blocks and total in bold, names unharmed', async () => {
  const document = await bodyOf('vi')
  const [, table = ''] = [...document.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([one]) => one).slice(1)
  const rows = [...table.matchAll(/<w:tr>.*?<\/w:tr>|<w:tr .*?<\/w:tr>/gs)].map(([row]) => row)
  const cells = rows.map((row) => [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => textIn(cell).trim()))
  assert.match(rows[0] ?? '', /<w:tblHeader/)
  assert.deepEqual(cells[1]?.slice(0, 7), ['', 'Tổng cộng', '2.132', '8', '2.068', '97,0%', '97,4%'])
  assert.deepEqual(cells[2]?.slice(0, 3), ['I', 'Cấp tỉnh', '1.270'])
  assert.deepEqual(cells[3]?.slice(0, 6), ['1', 'Văn phòng UBND tỉnh', '70', '0', '69', '98,6%'])
  assert.equal(cells[4]?.[1], '=cmd|&quot;/C calc&quot; &lt;b&gt;&amp;')
  assert.match(rows[1] ?? '', /<w:b\/>/)
  assert.doesNotMatch(rows[3] ?? '', /<w:b\/>/)
  assert.equal(cells.at(-1)?.[1], 'Ngoài tổng')
})
