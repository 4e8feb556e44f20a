/** The need list of a plan, a line for each thing that is bought or done for money for a PC, with the columns offices use; and what must be read first, on a list of its own. */
import type { Cell } from '@somay/shared/api/pcs.ts'
import type { PlannedPc } from '@somay/shared/api/planned-pcs.ts'
import type { PlanTerms } from '@somay/shared/api/plans.ts'
import { NOT_PRICED, REMEDY_WORDS } from '@somay/shared/text/plan.ts'
import { UNKNOWN_WORD } from '@somay/shared/text/reasons.ts'
import type { Language, Words } from '@somay/shared/text/words.ts'
import { column, type Table, type TableColumn } from '../../export/table.ts'
import { priceOf } from '../../plan/prices.ts'
import { missingOf, OF_PC, ofPc, UNFUNDED } from './planned-cells.ts'
import { type Proposal, proposalsOf, unitOfCount } from './proposals.ts'
import { withheldCells } from './withheld-cells.ts'
import type { WithheldPcs } from './withheld-pcs.ts'

const NEED: readonly TableColumn[] = [
  ...OF_PC,
  column('proposal', 'text', 'Đề xuất', 'Proposal', 22),
  column('item', 'text', 'ĐVT', 'Unit of count', 10),
  column('quantity', 'count', 'Số lượng', 'Quantity', 10),
  column('unitDong', 'count', 'Đơn giá (đồng)', 'Unit price (dong)', 15),
  {
    ...column('amountDong', 'count', 'Thành tiền (đồng)', 'Amount (dong)', 17),
    formula: (cell) => `${cell('quantity')}*${cell('unitDong')}`,
  },
  column('year', 'year', 'Năm thực hiện', 'Year', 14),
  column('funding', 'text', 'Nguồn kinh phí', 'Source of funds', 18),
  column('note', 'text', 'Ghi chú', 'Note', 40),
]

const UNDECIDED: readonly TableColumn[] = [...OF_PC, column('missing', 'text', 'Cần đọc trước', 'To be read first', 60)]

const NEED_NAME: Words = { vi: 'Nhu cầu', en: 'Needs' }
const NEED_TITLE: Words = { vi: 'Danh mục nhu cầu nâng cấp, thay mới máy tính', en: 'PCs to be upgraded or replaced' }
const UNDECIDED_NAME: Words = { vi: 'Chưa kết luận', en: 'Undecided' }
const UNDECIDED_TITLE: Words = { vi: 'Máy chưa đủ thông tin để kết luận', en: 'PCs of which too little is known to decide' }
const LIFE_UNKNOWN: Words = {
  vi: 'Chưa rõ năm đưa vào sử dụng: xem điều kiện thanh lý trước khi thay.',
  en: 'The year in use is unknown: see whether it may be liquidated before it is replaced.',
}
const READ_FIRST: Words = { vi: 'Chưa tính tiền, cần đọc trước', en: 'Not priced, to be read first' }

type Rows = AsyncIterable<readonly PlannedPc[]>
type Circumstances = {
  readonly terms: PlanTerms
  readonly about: Table['about']
  readonly language: Language
  readonly timeZone: string
  /** Those of the same verdicts that are counted and not named. */
  readonly withheld: readonly WithheldPcs[]
}

/** `rows` are PCs that something is done about. */
export function needTable(rows: Rows, { terms, about, language, timeZone, withheld }: Circumstances): Table {
  // Pieces of different things make no sum: how many of each stands in the summary.
  const sums = ['amountDong']
  const name = NEED_NAME[language]
  const lines = needLines(rows, withheld, terms, language)
  return { name, title: NEED_TITLE[language], about, columns: NEED, language, timeZone, sums, rows: lines }
}

/** `rows` are PCs whose verdict is unknown. */
export function undecidedTable(rows: Rows, { terms, about, language, timeZone, withheld }: Circumstances): Table {
  const name = UNDECIDED_NAME[language]
  const lines = undecidedLines(rows, withheld, terms, language)
  return { name, title: UNDECIDED_TITLE[language], about, columns: UNDECIDED, language, timeZone, rows: lines }
}

type Line = { readonly cells: Record<string, Cell> }

async function* needLines(
  rows: Rows,
  withheld: readonly WithheldPcs[],
  terms: PlanTerms,
  language: Language,
): AsyncGenerator<readonly Line[]> {
  let number = 0
  for await (const chunk of rows)
    yield chunk.flatMap((pc) => {
      number++
      const own = { ...ofPc(pc, number, terms, language), note: noteOf(pc, language) }
      return proposalsOf(pc).map((one): Line => ({ cells: { ...own, ...needCells(one, 1, pc, terms, language) } }))
    })
  yield withheld.flatMap(({ unit, group, year, pcs }) => {
    const own = withheldCells(OF_PC, { unit, pcs }, language)
    const { kind: verdict, costDong } = group
    const need = { verdict, costDong, year }
    return proposalsOf({ ...group, ...need }).map((one): Line => ({ cells: { ...own, ...needCells(one, pcs, need, terms, language) } }))
  })
}

type Need = Pick<PlannedPc, 'verdict'> & { readonly costDong?: number | undefined; readonly year?: number | undefined }

function needCells({ words, item }: Proposal, quantity: number, need: Need, terms: PlanTerms, language: Language) {
  const unitDong = item === undefined ? 0 : priceOf(item, terms.priceBook.prices)
  const isPriced = need.costDong !== undefined
  return {
    proposal: words[language],
    item: unitOfCount(item)[language],
    // Moving a PC orders nothing.
    quantity: need.verdict === 'move' ? '' : quantity,
    unitDong: isPriced ? unitDong : UNKNOWN_WORD[language],
    amountDong: isPriced ? quantity * unitDong : UNKNOWN_WORD[language],
    year: yearOf(need, terms, language),
    funding: '',
  }
}

function yearOf({ verdict, costDong, year }: Need, { years }: PlanTerms, language: Language): Cell {
  if (verdict === 'move') return ''
  if (costDong === undefined) return NOT_PRICED[language]
  return (year === undefined ? undefined : years[year]?.year) ?? UNFUNDED[language]
}

async function* undecidedLines(
  rows: Rows,
  withheld: readonly WithheldPcs[],
  terms: PlanTerms,
  language: Language,
): AsyncGenerator<readonly Line[]> {
  let number = 0
  for await (const chunk of rows)
    yield chunk.map((pc) => ({
      cells: {
        ...ofPc(pc, ++number, terms, language),
        missing: missingOf(pc, language),
      },
    }))
  yield withheld.map(({ unit, pcs }) => ({ cells: withheldCells(UNDECIDED, { unit, pcs }, language) }))
}

/** What is found stands under the condition. */
function noteOf(pc: PlannedPc, language: Language): string {
  const { works, verdict, life, costDong } = pc
  const done = works.map((work) => REMEDY_WORDS[work][language])
  return [
    ...(costDong === undefined ? [`${READ_FIRST[language]}: ${missingOf(pc, language)}.`] : []),
    ...(done.length > 0 ? [`${language === 'vi' ? 'Làm thêm' : 'Besides'}: ${done.join(', ')}.`] : []),
    ...(verdict === 'replace' && life === 'unknown' ? [LIFE_UNKNOWN[language]] : []),
  ].join(' ')
}
