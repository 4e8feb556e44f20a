/** The comparison that goes into inventory minutes (after form C53-HD): each asset by the books, as found, and the difference; unit by unit. */
import type { Cell } from '@somay/shared/api/pcs.ts'
import type { Reconciliation, RegisterRow } from '@somay/shared/api/register.ts'
import type { Language, Words } from '@somay/shared/text/words.ts'
import { column, type Table, type TableColumn } from '../../export/table.ts'

const words = (vi: string, en: string): Words => ({ vi, en })
const COLUMNS: readonly TableColumn[] = [
  column('number', 'text', 'STT', 'No.', 8),
  column('name', 'text', 'Tên, nhãn hiệu, quy cách', 'Name, make, model', 44),
  column('assetCode', 'text', 'Mã số', 'Asset code', 16),
  column('serial', 'text', 'Số serial', 'Serial number', 20),
  column('bookCount', 'count', 'Theo sổ kế toán: số lượng', 'By the books: quantity', 12),
  column('bookCost', 'count', 'Theo sổ kế toán: nguyên giá (đồng)', 'By the books: cost (dong)', 18),
  column('foundCount', 'count', 'Theo kiểm kê: số lượng', 'As found: quantity', 12),
  column('foundCost', 'count', 'Theo kiểm kê: nguyên giá (đồng)', 'As found: cost (dong)', 18),
  column('differenceCount', 'count', 'Chênh lệch: số lượng', 'Difference: quantity', 12),
  column('differenceCost', 'count', 'Chênh lệch: nguyên giá (đồng)', 'Difference: cost (dong)', 18),
  column('note', 'text', 'Ghi chú', 'Note', 44),
]

const NAME = words('Đối chiếu', 'Comparison')
const TITLE = words('Đối chiếu sổ kế toán với kết quả kiểm kê', 'The books compared with what was found')
const NOTES = {
  missing: words('Chưa có tín hiệu nào; kiểm tra tại chỗ', 'Nothing heard yet; look on the spot'),
  exempt: words('Máy mật: kiểm kê tại chỗ', 'Not to be connected: look on the spot'),
  unregistered: words('Có máy, chưa có trong sổ', 'A PC that is not in the books'),
  doubtful: words('Có thể là máy đã báo; chờ người xem', 'May be a PC that reported; waits for a person'),
  elsewhere: words('Máy đang ở đơn vị khác: {unit}', 'The PC stands in another unit: {unit}'),
  model: words('Khác kiểu máy: {model}', 'Another model: {model}'),
}
const UNKNOWN_COST = words('chưa rõ', 'unknown')
const ON_THE_SPOT = words('kiểm kê tại chỗ', 'on the spot')

type Unit = Reconciliation['rows'][number]
type Part = { readonly unit: Unit; readonly rows: AsyncIterable<readonly RegisterRow[]> }
type Circumstances = { readonly about: Table['about']; readonly language: Language; readonly timeZone: string }

/** `parts`: of each unit its assets, then the PCs that are in no list; read one after another. */
export function minutesTable(parts: AsyncIterable<Part>, { about, language, timeZone }: Circumstances): Table {
  return { name: NAME[language], title: TITLE[language], about, columns: COLUMNS, language, timeZone, rows: lines(parts, language) }
}

async function* lines(parts: AsyncIterable<Part>, language: Language): AsyncGenerator<{ cells: Record<string, Cell> }[]> {
  let place = 0
  for await (const { unit, rows } of parts) {
    yield [{ cells: headOf(unit, ++place, language) }]
    let number = 0
    for await (const chunk of rows) yield chunk.map((row) => ({ cells: lineOf(row, `${place}.${++number}`, language) }))
  }
}

/** The sums of a unit; what it costs as found cannot be known while the cost of a PC is not. */
function headOf(
  { name, booked, costDong, costUnknown, missing, exempt, unregistered }: Unit,
  place: number,
  language: Language,
): Record<string, Cell> {
  const found = booked - missing + unregistered
  const unknown = UNKNOWN_COST[language]
  return {
    number: String(place),
    name,
    assetCode: '',
    serial: '',
    bookCount: booked,
    bookCost: costUnknown === 0 ? costDong : unknown,
    foundCount: exempt === 0 ? found : `${found} + ${exempt} ${ON_THE_SPOT[language]}`,
    foundCost: '',
    differenceCount: exempt === 0 ? found - booked : unknown,
    differenceCost: '',
    note: '',
  }
}

function lineOf({ item, pc, matchedBy, differs, candidates }: RegisterRow, number: string, language: Language): Record<string, Cell> {
  const unknown = UNKNOWN_COST[language]
  if (!item)
    return {
      number,
      name: pc ? [pc.name, typeof pc.model === 'string' ? pc.model : ''].filter((text) => text !== '').join(' · ') : '',
      assetCode: '',
      serial: pc?.serial ?? unknown,
      bookCount: 0,
      bookCost: 0,
      foundCount: 1,
      foundCost: unknown,
      differenceCount: 1,
      differenceCost: unknown,
      note: NOTES.unregistered[language],
    }
  const isFound = pc !== undefined || matchedBy !== undefined || differs.includes('unit')
  const cost: Cell = item.costDong ?? unknown
  const base = { number, name: item.name, assetCode: item.assetCode, serial: item.serial ?? unknown, bookCount: 1, bookCost: cost }
  if (isFound)
    return { ...base, foundCount: 1, foundCost: cost, differenceCount: 0, differenceCost: 0, note: foundNote(pc, differs, language) }
  // By law no agent tells of such a PC: that nothing was heard says nothing.
  if (item.exempt) {
    const spot = ON_THE_SPOT[language]
    return { ...base, foundCount: spot, foundCost: spot, differenceCount: spot, differenceCost: spot, note: NOTES.exempt[language] }
  }
  const less: Cell = item.costDong === null ? unknown : -item.costDong
  const note = candidates.length > 0 ? NOTES.doubtful : NOTES.missing
  return { ...base, foundCount: 0, foundCost: 0, differenceCount: -1, differenceCost: less, note: note[language] }
}

function foundNote(pc: RegisterRow['pc'], differs: RegisterRow['differs'], language: Language): string {
  if (!pc) return ''
  const notes = [
    ...(differs.includes('unit') ? [NOTES.elsewhere[language].replace('{unit}', () => pc.unit)] : []),
    ...(differs.includes('model') && typeof pc.model === 'string'
      ? [NOTES.model[language].replace('{model}', () => pc.model as string)]
      : []),
  ]
  return notes.join('; ')
}
