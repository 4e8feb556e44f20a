/** The tree of a date as a table for files: one row a unit, complete enough to be read back as the tree it was. */
import type { Cell } from '@somay/shared/api/pcs.ts'
import type { UnitTree } from '@somay/shared/api/units.ts'
import { formatDateTime } from '@somay/shared/text/dates.ts'
import { dayBefore, formatDay } from '@somay/shared/text/days.ts'
import type { Language, Words } from '@somay/shared/text/words.ts'
import { column, type Table, type TableColumn } from '../../export/table.ts'
import { namedParents } from './named-parents.ts'

const NAME: Words = { vi: 'Đơn vị', en: 'Units' }
const TITLE: Words = { vi: 'Cây đơn vị', en: 'Tree of units' }

const LABELS = {
  asOf: { vi: 'Cây đơn vị ngày', en: 'Tree of units on' },
  taken: { vi: 'Xuất lúc', en: 'Exported at' },
  who: { vi: 'Người xuất', en: 'Exported by' },
  means: { vi: 'Cách hiểu', en: 'How to read it' },
} as const satisfies Record<string, Words>

const MEANS: Words = {
  vi: 'Đơn vị cấp trên ghi cả đường dẫn "cấp trên / cấp dưới" khi tên ấy có ở nhiều nơi. "Đến hết ngày" để trống là đơn vị đang hoạt động. Số máy là số hiện nay, không gồm các đơn vị trực thuộc.',
  en: 'A parent whose name occurs more than once is given with its path, "above / below". Without "until the end of" a unit stands today. PCs are those of today, without the units below.',
}

export const TREE_COLUMNS: readonly TableColumn[] = [
  column('name', 'text', 'Cơ quan, đơn vị', 'Unit', 44),
  column('block', 'text', 'Khối', 'Block', 8),
  column('orderNo', 'count', 'Thứ tự', 'Order', 10),
  column('code', 'text', 'Mã định danh', 'Code', 18),
  column('parent', 'text', 'Đơn vị cấp trên', 'Parent', 44),
  column('validFrom', 'day', 'Từ ngày', 'Since', 12),
  column('validUntil', 'day', 'Đến hết ngày', 'Until the end of', 12),
  column('pcs', 'count', 'Máy hiện nay', 'PCs today', 12),
  column('from', 'text', 'Lập từ', 'Made from', 36),
  column('into', 'text', 'Nhập vào', 'Went into', 36),
]

type Circumstances = { readonly language: Language; readonly timeZone: string; readonly who: string; readonly at: number }

export function treeTable({ asOf, units }: UnitTree, { language, timeZone, who, at }: Circumstances): Table {
  const parents = namedParents(units)
  return {
    name: NAME[language],
    title: TITLE[language],
    about: [
      [LABELS.asOf[language], formatDay(asOf)],
      [LABELS.taken[language], `${formatDateTime(at, timeZone)} (${timeZone})`],
      [LABELS.who[language], who],
      [LABELS.means[language], MEANS[language]],
    ],
    columns: TREE_COLUMNS,
    language,
    timeZone,
    rows: (async function* () {
      yield units.map((unit) => ({ cells: cellsOf(unit, parents.get(unit.id) ?? '') }))
    })(),
  }
}

/** What a unit has none of (a code, a parent, an end) is known to be none, and stays empty. */
function cellsOf(unit: UnitTree['units'][number], parent: string): Readonly<Record<string, Cell>> {
  const { name, block, orderNo, code = '', validFrom, validTo, pcs, from, into } = unit
  return {
    name,
    block,
    orderNo,
    code,
    parent,
    validFrom: Date.parse(validFrom),
    validUntil: validTo === undefined ? '' : Date.parse(dayBefore(validTo)),
    pcs,
    from: from.join('; '),
    into: into.join('; '),
  }
}
