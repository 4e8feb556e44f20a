/** The inventory minutes as a document after form C53-HD: title, who took part left for the pen, what was found, signatures; the comparison as its annex. */
import type { Cell } from '@somay/shared/api/pcs.ts'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import type { Language, Words } from '@somay/shared/text/words.ts'
import type { Issuer, Letter, LetterRow } from '../../export/letter.ts'
import { plainValue, type TableColumn } from '../../export/table.ts'
import { MINUTES_COLUMNS, type MinutesAsked, type MinutesPart, minutesRows, minutesTitle } from './minutes.ts'

const words = (vi: string, en: string): Words => ({ vi, en })

const TITLE = words('Biên bản kiểm kê tài sản cố định', 'Minutes of the inventory of fixed assets')
const FORM = words('Máy tính (theo mẫu C53-HD)', 'PCs (after form C53-HD)')
const PARTIES: readonly Words[] = [
  words(
    'Thời điểm kiểm kê: ...... giờ ...... ngày ...... tháng ...... năm ............',
    'Time of the inventory: ...... hours, day ...... month ...... year ............',
  ),
  words('Ban kiểm kê gồm:', 'The inventory board:'),
  words(
    '- Ông/Bà ........................ Chức vụ ................ Đại diện ................ Trưởng ban',
    '- ............................ Position ................ For ................ Head',
  ),
  ...Array.from({ length: 2 }, () =>
    words(
      '- Ông/Bà ........................ Chức vụ ................ Đại diện ................ Ủy viên',
      '- ............................ Position ................ For ................ Member',
    ),
  ),
]
const FOUND = words(
  'Đã kiểm kê tài sản cố định là máy tính theo sổ ngày {day}, đối chiếu với số liệu máy tự báo đến hết ngày đó; kết quả ở phụ lục kèm theo.',
  'PCs among the fixed assets were inventoried by the books of {day} and compared with what PCs reported until the end of that day; the annex holds the result.',
)
const OPINION = words(
  'Ý kiến giải quyết số chênh lệch: ................................',
  'What is done about the difference: ................................',
)
const SIGNERS: readonly Words[] = [
  words('Thủ trưởng đơn vị', 'Head of the agency'),
  words('Kế toán trưởng', 'Chief accountant'),
  words('Trưởng ban kiểm kê', 'Head of the board'),
]
const LIFE = words(
  'Giá trị còn lại tính theo thời gian sử dụng {years} năm, hao mòn mỗi năm một lần vào 31/12. "Chưa rõ" là sổ không ghi, không cộng vào tổng. Ô để trống, cả ở dòng cộng, là chờ kiểm kê tại chỗ.',
  'Remaining values are by a useful life of {years} years, worn once a year on 31/12. "Unknown" is what the books do not state; it is in no sum. What is left blank, in a total too, is to be looked at on the spot.',
)

/** Parts of the page's width: no figure and no word of a heading breaks. */
const SHARES: Readonly<Record<string, number>> = { number: 4.6, name: 14, assetCode: 7, serial: 8, note: 12 }
const COUNT_SHARE = 5.6
const MONEY_SHARE = 8.2

export type LetterAsked = MinutesAsked & {
  readonly issuer: Issuer
  readonly at: number
  readonly usefulLifeYears: number
  /** What else stands below the annex, such as what is left out of it. */
  readonly notes: readonly string[]
}

export async function minutesLetter(parts: AsyncIterable<MinutesPart>, asked: LetterAsked): Promise<Letter> {
  const { language, issuer, at, day, usefulLifeYears, notes } = asked
  const rows: LetterRow[] = []
  for await (const chunk of minutesRows(parts, asked))
    for (const { cells, isSum } of chunk)
      rows.push({ cells: MINUTES_COLUMNS.map((column) => cellText(cells[column.key], column, language)), isBold: isSum })
  return {
    language,
    issuer,
    at,
    code: 'BB',
    title: TITLE[language],
    subtitle: FORM[language],
    paragraphs: [...PARTIES.map((one) => one[language]), FOUND[language].replace('{day}', day), OPINION[language]],
    signers: SIGNERS.map((one) => one[language]),
    annexes: [
      {
        title: minutesTitle(day, language),
        columns: MINUTES_COLUMNS.map(({ key, heading, kind }) => ({
          heading: heading[language],
          isNumber: kind !== 'text',
          share: SHARES[key] ?? (key.endsWith('-count') ? COUNT_SHARE : MONEY_SHARE),
        })),
        rows,
        notes: [LIFE[language].replace('{years}', formatNumber(usefulLifeYears, language)), ...notes],
      },
    ],
  }
}

function cellText(cell: Cell | undefined, column: TableColumn, language: Language): string {
  const value = plainValue(cell, column, language)
  return typeof value === 'number' ? formatNumber(value, language) : value
}
