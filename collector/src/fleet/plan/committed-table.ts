/** The lines of a committed plan as a table for a file: what was planned for each PC, what became of it, and what stands now beside what stood then. */
import type { CommittedLines } from '@somay/shared/api/committed-plans.ts'
import type { Cell } from '@somay/shared/api/pcs.ts'
import type { PlanTerms } from '@somay/shared/api/plans.ts'
import { DISK_KINDS } from '@somay/shared/text/choices.ts'
import { doneWords, openWords, plannedFor } from '@somay/shared/text/committed.ts'
import { NOT_PRICED, OUTCOMES } from '@somay/shared/text/plan.ts'
import { UNKNOWN_WORD } from '@somay/shared/text/reasons.ts'
import type { Language, Words } from '@somay/shared/text/words.ts'
import type { Table, TableColumn, TableKind } from '../../export/table.ts'

type Line = CommittedLines['rows'][number]
type Stand = Line['before']

const column = (key: string, kind: TableKind, vi: string, en: string, width: number): TableColumn => ({
  key,
  kind,
  heading: { vi, en },
  width,
  ...(kind === 'choice' && { choices: Object.entries(DISK_KINDS).map(([value, label]) => ({ value, label })) }),
})

const COLUMNS: readonly TableColumn[] = [
  column('number', 'count', 'STT', 'No.', 7),
  column('name', 'text', 'Tên máy', 'PC', 20),
  column('unit', 'text', 'Đơn vị', 'Unit', 30),
  column('assetCode', 'text', 'Mã tài sản', 'Asset code', 18),
  column('planned', 'text', 'Theo kế hoạch', 'Planned', 24),
  column('costDong', 'count', 'Kinh phí (đồng)', 'Cost (dong)', 17),
  column('year', 'year', 'Năm thực hiện', 'Year', 14),
  column('outcome', 'text', 'Kết quả thực hiện', 'Outcome', 20),
  column('done', 'text', 'Đã làm', 'Done', 24),
  column('open', 'text', 'Còn lại', 'Open', 24),
  column('since', 'instant', 'Thời điểm', 'When', 17),
  column('memoryBefore', 'bytes', 'RAM khi duyệt', 'Memory then', 12),
  column('memoryNow', 'bytes', 'RAM hiện nay', 'Memory now', 12),
  column('diskBefore', 'choice', 'Ổ hệ thống khi duyệt', 'System disk then', 12),
  column('diskNow', 'choice', 'Ổ hệ thống hiện nay', 'System disk now', 12),
  column('osBefore', 'text', 'HĐH khi duyệt', 'OS then', 26),
  column('osNow', 'text', 'HĐH hiện nay', 'OS now', 26),
]

const NAME: Words = { vi: 'Thực hiện', en: 'Progress' }
const UNFUNDED: Words = { vi: 'chưa bố trí', en: 'not funded' }
const NO_MONEY: Words = { vi: 'không cần chi', en: 'needs no money' }
const LEFT: Words = { vi: 'không còn trong danh sách', en: 'no longer in the list' }

type Circumstances = {
  readonly title: string
  readonly terms: PlanTerms
  readonly about: Table['about']
  readonly language: Language
  readonly timeZone: string
}

export function committedTable(pages: AsyncIterable<readonly Line[]>, { title, terms, about, language, timeZone }: Circumstances): Table {
  const rows = tableRows(pages, terms, language)
  return { name: NAME[language], title, about, columns: COLUMNS, language, timeZone, sums: ['costDong'], rows }
}

async function* tableRows(pages: AsyncIterable<readonly Line[]>, terms: PlanTerms, language: Language) {
  let number = 0
  for await (const lines of pages) yield lines.map((line) => ({ cells: { number: ++number, ...cellsOf(line, terms, language) } }))
}

function noYear({ verdict, costDong }: Line): Words {
  if (verdict === 'move') return NO_MONEY
  return costDong === undefined ? NOT_PRICED : UNFUNDED
}

function cellsOf(line: Line, terms: PlanTerms, language: Language): Readonly<Record<string, Cell>> {
  const year = line.year === undefined ? undefined : terms.years[line.year]?.year
  const now = (key: keyof Stand): Cell => line.now?.[key] ?? LEFT[language]
  return {
    name: line.name,
    unit: line.unit,
    assetCode: line.assetCode ?? '',
    planned: plannedFor(line, language),
    costDong: line.costDong ?? UNKNOWN_WORD[language],
    year: year ?? noYear(line)[language],
    outcome: OUTCOMES[line.outcome][language],
    done: doneWords(line, language),
    open: openWords(line, language),
    since: line.since ?? '',
    memoryBefore: line.before.memoryBytes,
    memoryNow: now('memoryBytes'),
    diskBefore: line.before.diskKind,
    diskNow: now('diskKind'),
    osBefore: line.before.os,
    osNow: now('os'),
  }
}
