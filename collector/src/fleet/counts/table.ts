/** The counts of a date as a table for files: total, blocks, units, each with both denominators, both rates and every state. */
import type { Counts, Figures, PeopleOf } from '@somay/shared/api/counts.ts'
import type { Cell } from '@somay/shared/api/pcs.ts'
import { BLOCKS, COUNT_STATES, type CountState } from '@somay/shared/text/choices.ts'
import { sumsOf } from '@somay/shared/text/figures.ts'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import { UNKNOWN_WORD } from '@somay/shared/text/reasons.ts'
import type { Language, Words } from '@somay/shared/text/words.ts'
import { column, type Table, type TableColumn } from '../../export/table.ts'
import { treeNumbers } from '../units/tree-numbers.ts'

const NAME: Words = { vi: 'Số liệu', en: 'Counts' }
export const COUNT_TITLE: Words = { vi: 'Máy tính theo đơn vị và tình trạng kết nối', en: 'PCs by unit and connectivity' }
const TOTAL: Words = { vi: 'Tổng cộng', en: 'Total' }
const UNTOLD: Words = { vi: 'chưa rõ {units} đơn vị', en: '{units} units unknown' }
const OUTSIDE: Words = { vi: 'Ngoài tổng', en: 'Outside the total' }

/** After the two denominators and rates, whose order the committee's table sets. */
const STATES: readonly CountState[] = ['wan-only', 'lan-only', 'stand-alone', 'silent', 'unknown', 'register-only']

const HEAD: readonly TableColumn[] = [column('number', 'text', 'STT', 'No.', 8), column('name', 'text', 'Cơ quan, đơn vị', 'Unit', 44)]

const PEOPLE: readonly TableColumn[] = [
  column('staff', 'count', 'Tổng số CBCCVC', 'Staff', 12),
  column('equipped', 'count', 'CBCCVC được trang bị máy tính', 'Staff with a PC', 14),
  column('equippedRate', 'rate', 'Tỷ lệ trang bị', 'Share with a PC', 10),
]

const FIGURES: readonly TableColumn[] = [
  column('all', 'count', 'Tổng số máy tính (B)', 'PCs (B)', 12),
  column('exempt', 'count', 'Máy không thuộc diện kết nối (M)', 'Not to be connected (M)', 16),
  column('connected', 'count', 'Máy kết nối internet (A)', 'Connected (A)', 14),
  column('rate', 'rate', 'Tỷ lệ A/B', 'Rate A/B', 10),
  column('rateAllowed', 'rate', 'Tỷ lệ A/(B-M)', 'Rate A/(B-M)', 12),
  ...STATES.map((state) => column(state, 'count', sentence(COUNT_STATES[state].vi), sentence(COUNT_STATES[state].en), 14)),
]

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

type Circumstances = { readonly about: Table['about']; readonly language: Language; readonly timeZone: string }

/** Those of people only where anybody told how many there are. */
export function countColumns({ people }: Counts): readonly TableColumn[] {
  return [...HEAD, ...(people ? PEOPLE : []), ...FIGURES]
}

/** Total, blocks, units, and at the end what stands outside the total. */
export function countRows(counts: Counts, language: Language): { cells: Record<string, Cell> }[] {
  return [
    { cells: { number: '', name: TOTAL[language], ...peopleCells(counts.people, language), ...figureCells(counts.total) } },
    ...numbered(counts, language),
    ...(sumsOf(counts.outside).all === 0
      ? []
      : [{ cells: { number: '', name: OUTSIDE[language], ...NO_PEOPLE, ...figureCells(counts.outside) } }]),
  ]
}

export function countTable(counts: Counts, { about, language, timeZone }: Circumstances): Table {
  return {
    name: NAME[language],
    title: COUNT_TITLE[language],
    about,
    columns: countColumns(counts),
    language,
    timeZone,
    rows: (async function* () {
      yield countRows(counts, language)
    })(),
  }
}

function numbered(counts: Counts, language: Language): { cells: Record<string, Cell> }[] {
  const numbers = treeNumbers(counts.rows)
  return counts.rows.map(({ kind, name, figures, people }, place) => {
    const shown = kind === 'block' ? (BLOCKS[name as keyof typeof BLOCKS]?.[language] ?? name) : name
    return { cells: { number: numbers[place] ?? '', name: shown, ...peopleCells(people, language), ...figureCells(figures) } }
  })
}

function figureCells(figures: Figures): Record<string, Cell> {
  const { connected, all, allowed } = sumsOf(figures)
  return { ...figures, connected, all, rate: share(connected, all), rateAllowed: share(connected, allowed) }
}

// What stands outside the total has no sum of people: they are told for units.
const NO_PEOPLE: Record<string, Cell> = { staff: '', equipped: '', equippedRate: '' }

/** A sum in which units are missing says how many, and gives no rate. */
function peopleCells(people: PeopleOf | undefined, language: Language): Record<string, Cell> {
  if (!people) return NO_PEOPLE
  const { staff, staffMissing, equipped, equippedMissing } = people
  const told = (sum: number, missing: number): Cell => {
    if (missing === 0) return sum
    const unknown = UNTOLD[language].replace('{units}', formatNumber(missing, language))
    return sum === 0 ? unknown : `${formatNumber(sum, language)}; ${unknown}`
  }
  const isWhole = staffMissing + equippedMissing === 0
  return {
    staff: told(staff, staffMissing),
    equipped: told(equipped, equippedMissing),
    equippedRate: isWhole ? share(equipped, staff) : UNKNOWN_WORD[language],
  }
}

/** Of nothing there is no rate. */
function share(part: number, whole: number): Cell {
  return whole === 0 ? '–' : part / whole
}
