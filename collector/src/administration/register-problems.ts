/** Every problem of a list by row as a file: what was refused or left out and why, what to look at, what would be written off. */
import { formatDay } from '@somay/shared/text/days.ts'
import type { Language, Words } from '@somay/shared/text/words.ts'
import type { Table, TableColumn } from '../export/table.ts'
import type { Problem } from '../register/gathered-rows.ts'
import type { ReadListing } from './register-list.ts'

const words = (vi: string, en: string): Words => ({ vi, en })

const OUTCOMES = {
  refused: words('không nhận', 'refused'),
  noted: words('vẫn nhận, cần xem', 'taken, to look at'),
  skipped: words('bỏ qua', 'passed over'),
  unclear: words('để ngoài', 'left out'),
  gone: words('ghi giảm', 'written off'),
} as const satisfies Readonly<Record<Problem['level'] | 'gone', Words>>

const COLUMNS: readonly TableColumn[] = [
  { key: 'row', kind: 'count', heading: words('Dòng', 'Row'), width: 8 },
  {
    key: 'outcome',
    kind: 'choice',
    heading: words('Kết quả', 'What becomes of it'),
    width: 20,
    choices: Object.entries(OUTCOMES).map(([value, label]) => ({ value, label })),
  },
  { key: 'says', kind: 'text', heading: words('Vấn đề', 'Problem'), width: 100 },
]

type Line = { readonly row: number | undefined; readonly outcome: keyof typeof OUTCOMES; readonly says: readonly Words[] }

export function problemLines({ read, comparison }: ReadListing): readonly Line[] {
  const rowOf = ({ assetKey }: { readonly assetKey: string }) => read.rowOf.get(assetKey)
  const lines: readonly Line[] = [
    ...read.problems.map(({ row, level, says }) => ({ row, outcome: level, says })),
    ...leftBehind({ comparison }).map(({ item, says }) => ({ row: rowOf(item), outcome: 'refused' as const, says: [says] })),
    ...takenWithNote({ comparison }).map(({ item, says }) => ({ row: rowOf(item), outcome: 'noted' as const, says: [says] })),
  ]
  const gone = comparison.gone.map(({ assetCode, name }): Line => {
    const says = words(`${assetCode}: không có trong tệp (${name})`, `${assetCode}: not in the file (${name})`)
    return { row: undefined, outcome: 'gone', says: [says] }
  })
  return [...lines.toSorted((one, other) => (one.row ?? 0) - (other.row ?? 0)), ...gone]
}

/** Items that the register does not take, though their rows are right. */
export function leftBehind({ comparison }: Pick<ReadListing, 'comparison'>) {
  return [
    ...comparison.older.map((item) => ({
      item,
      says: words(`${item.assetCode}: sổ đã có số liệu của ngày muộn hơn`, `${item.assetCode}: the register holds a later day`),
    })),
    ...comparison.elsewhere.map((item) => ({
      item,
      says: words(`${item.assetCode}: đang thuộc đơn vị ngoài phạm vi của bạn`, `${item.assetCode}: belongs to a unit outside your scope`),
    })),
  ]
}

/** Items that the register takes, and that somebody should look at. */
export function takenWithNote({ comparison }: Pick<ReadListing, 'comparison'>) {
  const ended = [...comparison.added, ...comparison.changed].flatMap((item) => {
    const { assetCode, untilDay } = item
    if (untilDay === undefined) return []
    const day = formatDay(untilDay)
    const vi = `${assetCode}: chỉ có trong sổ đến trước ngày ${day}, vì danh sách đầy đủ của đơn vị ngày đó không có mã này; nếu vẫn còn, hãy nhập một danh sách mới hơn`
    const en = `${assetCode}: in the register until before ${day} only, as the unit’s complete list of that day lacks it; if it still exists, import a newer list`
    return [{ item, says: words(vi, en) }]
  })
  const twins = comparison.twins.map(({ item, other }) => {
    const [vi, en] = other === undefined ? ['của đơn vị khác', 'an asset of another unit'] : [other, other]
    return {
      item,
      says: words(
        `${item.assetCode}: số serial ${item.serial} đã có trong sổ với mã ${vi}; có thể là cùng một máy`,
        `${item.assetCode}: serial number ${item.serial} is in the register already as ${en}; it may be the same machine`,
      ),
    }
  })
  return [...ended, ...twins]
}

export function problemTable(
  listing: ReadListing,
  { fileName, language, timeZone }: { readonly fileName: string; readonly language: Language; readonly timeZone: string },
): Table {
  async function* rows() {
    yield problemLines(listing).map(({ row, outcome, says }) => ({
      cells: { row: row ?? '–', outcome, says: says.map((one) => one[language]).join('; ') },
    }))
  }
  const { vi, en } = words('Vấn đề theo dòng', 'Problems by row')
  const name = language === 'vi' ? vi : en
  return { name, title: `${name}: ${fileName}`, about: [], columns: COLUMNS, language, timeZone, rows: rows() }
}
