/** The comparison that goes into inventory minutes (after form C53-HD): each asset by the books, as found, and the difference; unit by unit, and all together. */
import type { Cell } from '@somay/shared/api/pcs.ts'
import type { RegisterRow } from '@somay/shared/api/register.ts'
import { formatDate } from '@somay/shared/text/dates.ts'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import type { Language, Words } from '@somay/shared/text/words.ts'
import { column, type Table, type TableColumn } from '../../export/table.ts'
import { type Amount, type MinutesLine, minutesLine } from './minutes-lines.ts'
import { type MinutesSums, type MinutesTotals, NO_TOTALS, type SideSums, type Sum, sumOfSides, together, withLine } from './minutes-sums.ts'

const words = (vi: string, en: string): Words => ({ vi, en })
const SIDES = {
  books: words('Theo sổ kế toán', 'By the books'),
  found: words('Theo kiểm kê', 'As found'),
  difference: words('Chênh lệch', 'Difference'),
} as const
const AMOUNTS = {
  count: { says: words('số lượng', 'quantity'), width: 10 },
  cost: { says: words('nguyên giá (đồng)', 'cost (dong)'), width: 20 },
  remaining: { says: words('giá trị còn lại (đồng)', 'remaining value (dong)'), width: 20 },
} as const
type Place = `${keyof typeof SIDES}-${keyof typeof AMOUNTS}`
const PLACES = (['books', 'found', 'difference'] as const).flatMap((side) =>
  (['count', 'cost', 'remaining'] as const).map((amount) => [side, amount] as const),
)

export const MINUTES_COLUMNS: readonly TableColumn[] = [
  column('number', 'text', 'STT', 'No.', 8),
  column('name', 'text', 'Tên, nhãn hiệu, quy cách', 'Name, make, model', 44),
  column('assetCode', 'text', 'Mã số', 'Asset code', 16),
  column('serial', 'text', 'Số serial', 'Serial number', 20),
  ...PLACES.map(([side, amount]) => {
    const [{ vi, en }, { says, width }] = [SIDES[side], AMOUNTS[amount]]
    return column(`${side}-${amount}`, 'count', `${vi}: ${says.vi}`, `${en}: ${says.en}`, width)
  }),
  column('note', 'text', 'Ghi chú', 'Note', 44),
]

const NAME = words('Đối chiếu', 'Comparison')
const TITLE = words('Đối chiếu sổ kế toán với kết quả kiểm kê, ngày {day}', 'The books compared with what was found, of {day}')
export const minutesTitle = (day: string, language: Language): string => TITLE[language].replace('{day}', day)
const TOTAL = words('Cộng', 'Total')
const SETTLED = words('Cộng các dòng đã đối chiếu', 'Total of the lines compared')
const FOR_THE_PEN = words('Còn chờ kiểm kê tại chỗ', 'Left to be looked at on the spot')
const NOTES = {
  missing: words('Chưa có phần mềm báo: kiểm kê tại chỗ', 'No agent told of it: look on the spot'),
  missings: words('{count} chưa có phần mềm báo: kiểm kê tại chỗ', '{count} no agent told of: look on the spot'),
  left: words('Máy đã đưa ra khỏi sổ máy ngày {day}; kiểm tra tại chỗ', 'The PC was taken out of the ledger on {day}; look on the spot'),
  silent: words('Im lặng từ {day}', 'Silent since {day}'),
  neverHeard: words('Đã ghi danh, chưa báo lần nào', 'Enrolled, never heard of'),
  exempt: words('Máy mật: kiểm kê tại chỗ', 'Not to be connected: look on the spot'),
  exempts: words('{count} máy mật: kiểm kê tại chỗ', '{count} not to be connected: look on the spot'),
  unregistered: words('Có máy, chưa có trong sổ', 'A PC that is not in the books'),
  doubtful: words(
    'Có thể là máy đã báo, chờ người xem: kiểm kê tại chỗ',
    'May be a PC that reported, waits for a person: look on the spot',
  ),
  costUnknown: words('{count} dòng chưa rõ nguyên giá', '{count} lines with an unknown cost'),
  remainingUnknown: words('{count} dòng chưa rõ giá trị còn lại', '{count} lines with an unknown remaining value'),
  elsewhere: words('Máy đang ở đơn vị khác: {unit}', 'The PC stands in another unit: {unit}'),
  model: words('Khác kiểu máy: {model}', 'Another model: {model}'),
}
const UNKNOWN = words('chưa rõ', 'unknown')

export type MinutesPart = { readonly unit: { readonly name: string }; readonly rows: AsyncIterable<readonly RegisterRow[]> }
export type MinutesAsked = {
  readonly language: Language
  readonly timeZone: string
  /** As people read it: that of the books and of what was found. */
  readonly day: string
  /** Of a PC last heard of before it is told since when. */
  readonly silentBefore: number
  readonly remainingOf: Parameters<typeof minutesLine>[1]
}
export type MinutesCells = { readonly cells: Readonly<Record<string, Cell>>; readonly isSum: boolean }

/** `parts`: of each unit its assets, then the PCs that are in no list; read one after another. */
export function minutesTable(parts: AsyncIterable<MinutesPart>, asked: MinutesAsked, about: Table['about']): Table {
  const { language, timeZone, day } = asked
  return {
    name: NAME[language],
    title: minutesTitle(day, language),
    about,
    columns: MINUTES_COLUMNS,
    language,
    timeZone,
    rows: minutesRows(parts, asked),
  }
}

/** A unit's sums stand above its lines, those of all at the end. */
export async function* minutesRows(parts: AsyncIterable<MinutesPart>, asked: MinutesAsked): AsyncGenerator<readonly MinutesCells[]> {
  const { language } = asked
  let place = 0
  let all = NO_TOTALS
  for await (const { unit, rows } of parts) {
    const lines: MinutesLine[] = []
    for await (const chunk of rows) for (const row of chunk) lines.push(minutesLine(row, asked.remainingOf))
    const totals = lines.reduce(withLine, NO_TOTALS)
    all = together(all, totals)
    const unitPlace = ++place
    yield [
      wholeRow({ number: String(unitPlace), name: unit.name }, totals, language),
      ...partRows(totals, language),
      ...lines.map((line, index) => ({ cells: lineCells(line, `${unitPlace}.${index + 1}`, asked), isSum: false })),
    ]
  }
  if (place > 0) yield [...partRows(all, language), wholeRow({ number: '', name: TOTAL[language] }, all, language)]
}

type Head = { readonly number: string; readonly name: string }

/** By the books always; what was found and the difference are for the pen as long as any line is: half of them would not add up. */
function wholeRow(head: Head, { settled, forPen }: MinutesTotals, language: Language): MinutesCells {
  if (penLines(forPen) === 0) return sumRow(head, settled.sums, notesOf(settled.unknown), language)
  const books = sumOfSides(settled.sums.books, forPen.sums.books)
  return sumRow(head, { ...forPen.sums, books }, [...penNotes(forPen), ...notesOf(unknownOf(books))], language)
}

/** Where some lines were compared and some are for the pen: the sums of each, in which books, found and difference add up. */
function partRows({ settled, forPen }: MinutesTotals, language: Language): readonly MinutesCells[] {
  if (penLines(forPen) === 0 || settled.lines === 0) return []
  return [
    sumRow({ number: '', name: SETTLED[language] }, settled.sums, notesOf(settled.unknown), language),
    sumRow(
      { number: '', name: FOR_THE_PEN[language] },
      forPen.sums,
      [...penNotes(forPen), ...notesOf(unknownOf(forPen.sums.books))],
      language,
    ),
  ]
}

type Note = readonly [says: Words, count: number]
const penLines = ({ exempt, missing }: MinutesTotals['forPen']): number => exempt + missing
const penNotes = ({ exempt, missing }: MinutesTotals['forPen']): readonly Note[] => [
  [NOTES.missings, missing],
  [NOTES.exempts, exempt],
]
const unknownOf = ({ cost, remaining }: SideSums) => ({ cost: cost.unknown, remaining: remaining.unknown })
const notesOf = ({ cost, remaining }: ReturnType<typeof unknownOf>): readonly Note[] => [
  [NOTES.costUnknown, cost],
  [NOTES.remainingUnknown, remaining],
]

function sumRow(head: Head, sums: MinutesSums, notes: readonly Note[], language: Language): MinutesCells {
  const note = notes
    .filter(([, count]) => count > 0)
    .map(([says, count]) => says[language].replace('{count}', formatNumber(count, language)))
    .join('; ')
  const cells = placed((side, amount) => sumCell(side, sums[side][amount], language))
  return { cells: { ...head, assetCode: '', serial: '', ...cells, note }, isSum: true }
}

/** A number wherever a line tells one: how many do not stands in the note. A difference of 0 is told only where every line tells its own. */
function sumCell(side: keyof typeof SIDES, { known, told, unknown }: Sum, language: Language): Cell {
  if (unknown > 0 && (told === 0 || (side === 'difference' && known === 0))) return UNKNOWN[language]
  return told > 0 ? known : ''
}

function lineCells(line: MinutesLine, number: string, asked: MinutesAsked): Record<string, Cell> {
  const { row } = line
  const unknown = UNKNOWN[asked.language]
  const cell = (amount: Amount): Cell => (amount === 'blank' ? '' : amount === 'unknown' ? unknown : amount)
  const pcName = row.pc ? [row.pc.name, typeof row.pc.model === 'string' ? row.pc.model : ''].filter((text) => text !== '').join(' · ') : ''
  return {
    number,
    name: row.item?.name ?? pcName,
    assetCode: row.item?.assetCode ?? '',
    serial: (row.item ? row.item.serial : row.pc?.serial) ?? unknown,
    ...placed((side, amount) => cell(line[side][amount])),
    note: noteOf(line, asked),
  }
}

function placed(of: (side: keyof typeof SIDES, amount: keyof typeof AMOUNTS) => Cell): Record<Place, Cell> {
  return Object.fromEntries(PLACES.map(([side, amount]) => [`${side}-${amount}`, of(side, amount)])) as Record<Place, Cell>
}

function noteOf({ row, found }: MinutesLine, asked: MinutesAsked): string {
  const { item, pc, leftAt, differs, candidates } = row
  const say = (note: keyof typeof NOTES, values: Readonly<Record<string, string>> = {}) =>
    Object.entries(values).reduce((text, [name, value]) => text.replace(`{${name}}`, () => value), NOTES[note][asked.language])
  if (!item) return [say('unregistered'), ...heard(pc, asked, say)].join('; ')
  if (leftAt !== undefined) return say('left', { day: formatDate(leftAt, asked.timeZone) })
  if (item.exempt && found.count === 'blank') return say('exempt')
  if (found.count === 'blank') return say(candidates.length > 0 ? 'doubtful' : 'missing')
  return [
    ...(pc && differs.includes('unit') ? [say('elsewhere', { unit: pc.unit })] : []),
    ...(differs.includes('model') && typeof pc?.model === 'string' ? [say('model', { model: pc.model })] : []),
    ...heard(pc, asked, say),
  ].join('; ')
}

function heard(
  pc: RegisterRow['pc'],
  { silentBefore, timeZone }: MinutesAsked,
  say: (note: 'silent' | 'neverHeard', values?: Readonly<Record<string, string>>) => string,
): readonly string[] {
  if (!pc) return []
  if (pc.lastSeenAt === undefined) return [say('neverHeard')]
  return pc.lastSeenAt < silentBefore ? [say('silent', { day: formatDate(pc.lastSeenAt, timeZone) })] : []
}
