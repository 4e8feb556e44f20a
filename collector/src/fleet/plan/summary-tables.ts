/** The sums of a plan as tables: items over all units with their money, and units with verdicts and what each year pays. */
import type { Cell } from '@somay/shared/api/pcs.ts'
import type { Plan, PlanNumbers, PlanRow, PlanTerms } from '@somay/shared/api/plans.ts'
import { BLOCKS } from '@somay/shared/text/choices.ts'
import { ITEM_GROUP_WORDS, ITEM_GROUPS, ITEMS, UNPRICED, VERDICTS, type VerdictKind } from '@somay/shared/text/plan.ts'
import { isLeastNeed, type StaffNeed, staffOf } from '@somay/shared/text/plan-staff.ts'
import { UNKNOWN_WORD } from '@somay/shared/text/reasons.ts'
import type { Language, Words } from '@somay/shared/text/words.ts'
import { column, type Table, type TableColumn, type TableRow } from '../../export/table.ts'
import { treeNumbers } from '../units/tree-numbers.ts'

export type PlanCircumstances = { readonly about: Table['about']; readonly language: Language; readonly timeZone: string }

const ITEMS_NAME: Words = { vi: 'Tổng hợp', en: 'Summary' }
export const ITEMS_TITLE: Words = { vi: 'Tổng hợp nhu cầu theo hạng mục', en: 'Needs by item' }
const UNITS_NAME: Words = { vi: 'Theo đơn vị', en: 'By unit' }
const UNITS_TITLE: Words = { vi: 'Nhu cầu theo đơn vị', en: 'Needs by unit' }

function yearColumns(terms: PlanTerms, of: 'quantity' | 'money'): TableColumn[] {
  const [vi, en] = of === 'quantity' ? ['số lượng', 'quantity'] : ['đồng', 'dong']
  return terms.years.map(({ year }, place) => column(`${of}${place}`, 'count', `Năm ${year} (${vi})`, `${year} (${en})`, 15))
}

/** Hạng mục, số lượng, kinh phí, with the quantities of each year. */
export function itemTable({ terms, items, unpriced }: Plan, { about, language, timeZone }: PlanCircumstances): Table {
  const years = yearColumns(terms, 'quantity')
  const columns: readonly TableColumn[] = [
    column('number', 'text', 'STT', 'No.', 8),
    column('item', 'text', 'Hạng mục', 'Item', 34),
    column('group', 'text', 'Loại', 'Kind', 14),
    ...years,
    column('unfunded', 'count', 'Chưa bố trí (số lượng)', 'Not funded (quantity)', 14),
    {
      ...column('quantity', 'count', 'Số lượng', 'Quantity', 12),
      formula: (cell) => [...years.map(({ key }) => cell(key)), cell('unfunded')].join('+'),
    },
    column('unitDong', 'count', 'Đơn giá (đồng)', 'Unit price (dong)', 16),
    {
      ...column('amountDong', 'count', 'Kinh phí dự kiến (đồng)', 'Cost (dong)', 20),
      formula: (cell) => `${cell('quantity')}*${cell('unitDong')}`,
    },
    column('central', 'yes-no', 'Đạt ngưỡng mua sắm tập trung', 'Reaches central purchase', 16),
  ]
  const lines = items.map(({ item, unitDong, funded, unfunded, central }, place): TableRow => {
    const quantity = funded.reduce((sum, pcs) => sum + pcs, unfunded)
    return {
      cells: {
        number: String(place + 1),
        item: ITEMS[item][language],
        group: ITEM_GROUP_WORDS[ITEM_GROUPS[item]][language],
        ...Object.fromEntries(funded.map((pcs, year) => [`quantity${year}`, pcs])),
        unfunded,
        quantity,
        unitDong,
        amountDong: quantity * unitDong,
        central,
      },
    }
  })
  const without = unpriced.map(
    ({ measure, pcs }, place): TableRow => ({
      cells: {
        number: String(items.length + place + 1),
        item: UNPRICED[measure][language],
        group: ITEM_GROUP_WORDS.hardware[language],
        ...Object.fromEntries(years.map(({ key }) => [key, 0])),
        unfunded: pcs,
        quantity: pcs,
        unitDong: UNKNOWN_WORD[language],
        amountDong: UNKNOWN_WORD[language],
        central: '',
      },
    }),
  )
  // Pieces of different things make no sum.
  const sums = ['amountDong']
  return {
    name: ITEMS_NAME[language],
    title: ITEMS_TITLE[language],
    about,
    columns,
    language,
    timeZone,
    sums,
    rows: once([...lines, ...without]),
  }
}

const KINDS = Object.keys(VERDICTS) as readonly VerdictKind[]

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

export function planUnitColumns(terms: PlanTerms): readonly TableColumn[] {
  const years = yearColumns(terms, 'money')
  return [
    column('number', 'text', 'STT', 'No.', 8),
    column('name', 'text', 'Cơ quan, đơn vị', 'Agency, unit', 44),
    column('staff', 'count', 'CBCCVC', 'Staff', 10),
    column('staffUntold', 'count', 'Đơn vị chưa có số CBCCVC', 'Units without staff told', 12),
    column('leaders', 'count', 'Trong đó nhóm I-VI', 'Of them groups I-VI', 10),
    column('leadersUntold', 'count', 'Đơn vị chưa có số nhóm I-VI', 'Units without groups I-VI told', 14),
    {
      ...column('pcs', 'count', 'Tổng số máy', 'PCs', 10),
      formula: (cell) => KINDS.map((kind) => cell(kind)).join('+'),
    },
    column('needByStaff', 'count', 'Thiếu máy theo định mức', 'PCs missing by the norm', 12),
    column('needIs', 'text', 'Số thiếu máy là', 'The PCs missing are', 12),
    column('laptopsMissing', 'count', 'Thiếu máy xách tay, ít nhất', 'Laptops missing, at least', 12),
    column(
      'laptopsUnsure',
      'count',
      'Thêm, nếu máy chưa rõ loại thân không là máy xách tay',
      'More, if PCs of unread case are no laptops',
      18,
    ),
    ...KINDS.map((kind) => ({
      ...column(kind, 'count', '', '', 12),
      heading: { vi: capital(VERDICTS[kind].vi), en: capital(VERDICTS[kind].en) },
    })),
    ...years,
    column('unfundedDong', 'count', 'Chưa bố trí (đồng)', 'Not funded (dong)', 17),
    {
      ...column('costDong', 'count', 'Tổng nhu cầu (đồng)', 'All needs (dong)', 17),
      formula: (cell) => [...years.map(({ key }) => cell(key)), cell('unfundedDong')].join('+'),
    },
  ]
}

/** Lines of what a block adds up: the topmost units below it, each with what lies below it in turn. The total stands above the lines of `rows`. */
function addedBy(rows: readonly PlanRow[], place: number): number[] {
  const own = rows.slice(place + 1)
  const end = own.findIndex(({ kind }) => kind === 'block')
  const below = own.slice(0, end < 0 ? own.length : end)
  const top = Math.min(...below.map(({ depth }) => depth))
  return below.flatMap(({ depth }, behind) => (depth === top ? [place + 1 + behind + 1] : []))
}

const NEED_IS = {
  least: { vi: 'ít nhất', en: 'at least' },
  exact: { vi: 'theo số đã kê', en: 'of what was told' },
} as const satisfies Record<string, Words>

const TOTAL: Words = { vi: 'Tổng cộng', en: 'Total' }

/** The total first, then blocks and units, each with what lies below it. */
export function planUnitLines({ rows, total }: Plan, language: Language): TableRow[] {
  const numbers = treeNumbers(rows)
  const untold = UNKNOWN_WORD[language]
  const staff = (told: StaffNeed) => ({
    staff: told.staff ?? untold,
    staffUntold: told.staffUntold,
    leaders: told.leaders ?? untold,
    leadersUntold: told.leadersUntold,
    needByStaff: told.needByStaff ?? untold,
    needIs: told.needByStaff === undefined ? '' : NEED_IS[isLeastNeed(told) ? 'least' : 'exact'][language],
    laptopsMissing: told.laptopsMissing ?? untold,
    laptopsUnsure: told.laptopsUnsure ?? untold,
  })
  return [
    {
      cells: { number: '', name: TOTAL[language], ...numberCells(total), ...staff(staffOf(rows)) },
      adds: rows.flatMap(({ kind }, place) => (kind === 'block' ? [place + 1] : [])),
    },
    ...rows.map(({ kind, name, block, numbers: own, ...row }, place) => ({
      adds: kind === 'block' ? addedBy(rows, place) : [],
      cells: {
        number: numbers[place] ?? '',
        name: kind === 'block' ? (BLOCKS[block as keyof typeof BLOCKS]?.[language] ?? block) : name,
        ...numberCells(own),
        ...staff(row),
      },
    })),
  ]
}

function numberCells(numbers: PlanNumbers): Record<string, Cell> {
  return {
    pcs: numbers.pcs,
    ...Object.fromEntries(KINDS.map((one) => [one, numbers[one]])),
    ...Object.fromEntries(numbers.fundedDong.map((dong, year) => [`money${year}`, dong])),
    unfundedDong: numbers.unfundedDong,
    costDong: numbers.costDong,
  }
}

export function planUnitTable(plan: Plan, { about, language, timeZone }: PlanCircumstances): Table {
  const columns = planUnitColumns(plan.terms)
  const years = yearColumns(plan.terms, 'money').map(({ key }) => key)
  return {
    added: [...KINDS, ...years, 'unfundedDong'],
    name: UNITS_NAME[language],
    title: UNITS_TITLE[language],
    about,
    columns,
    language,
    timeZone,
    rows: once(planUnitLines(plan, language)),
  }
}

async function* once<T>(rows: T): AsyncGenerator<T> {
  yield rows
}
