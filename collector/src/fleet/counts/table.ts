/** The counts of a date as a table for files: total, blocks, units, each with both denominators, both rates and every state. */
import type { ConditionFigures, Counts, Figures, PeopleOf } from '@somay/shared/api/counts.ts'
import type { Cell } from '@somay/shared/api/pcs.ts'
import { BLOCKS } from '@somay/shared/text/choices.ts'
import { ASPECTS, LONG_UNPATCHED, SHORT_UNPATCHED } from '@somay/shared/text/conditions.ts'
import { conditionFigure, sumsOf, unknownConditions } from '@somay/shared/text/figures.ts'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import { UNKNOWN_WORD } from '@somay/shared/text/reasons.ts'
import type { Language, Words } from '@somay/shared/text/words.ts'
import type { Table } from '../../export/table.ts'
import { treeNumbers } from '../units/tree-numbers.ts'
import { countColumns } from './columns.ts'

const NAME: Words = { vi: 'Số liệu', en: 'Counts' }
export const COUNT_TITLE: Words = { vi: 'Máy tính theo đơn vị và tình trạng kết nối', en: 'PCs by unit and connectivity' }
const TOTAL: Words = { vi: 'Tổng cộng', en: 'Total' }
const UNTOLD: Words = { vi: 'chưa rõ {units} đơn vị', en: '{units} units unknown' }
const OUTSIDE: Words = { vi: 'Ngoài tổng', en: 'Outside the total' }

type Circumstances = { readonly about: Table['about']; readonly language: Language; readonly timeZone: string }

type CountTableRow = { readonly cells: Record<string, Cell>; readonly isSum: boolean }

/** Total, blocks, units, and at the end what stands outside the total. */
export function countRows(counts: Counts, language: Language): CountTableRow[] {
  // Of a day of which the ledger knows nothing a row of zeros would be a lie.
  if (counts.since !== undefined) return []
  const { asOf, people, conditions, total, outside, outsideConditions, rows } = counts
  const numbers = treeNumbers(rows)
  const cellsOf = (number: Cell, name: string, of: Told) => ({
    number,
    name,
    ...figureCells(of.figures),
    ...(people && peopleCells(of, language)),
    ...conditionCells(of),
    asOf: Date.parse(asOf),
    note: '',
  })
  const told = rows.map((row, place): CountTableRow => {
    const { kind, name } = row
    const shown = kind === 'block' ? (BLOCKS[name as keyof typeof BLOCKS]?.[language] ?? name) : name
    return { cells: cellsOf(numbers[place] ?? '', shown, row), isSum: kind === 'block' }
  })
  // What stands outside the total has no sum of people: they are told for units.
  const beyond = { figures: outside, conditions: outsideConditions }
  return [
    { cells: cellsOf('', TOTAL[language], { figures: total, people, conditions }), isSum: true },
    ...told,
    ...(sumsOf(outside).all === 0 ? [] : [{ cells: cellsOf('', OUTSIDE[language], beyond), isSum: true }]),
  ]
}

type Told = {
  readonly figures: Figures
  readonly people?: PeopleOf | undefined
  readonly conditions?: ConditionFigures | undefined
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

function figureCells(figures: Figures): Record<string, Cell> {
  const { connected, all, allowed } = sumsOf(figures)
  return { ...figures, connected, all, rate: share(connected, all), rateAllowed: share(connected, allowed) }
}

function conditionCells({ figures, conditions }: Told): Record<string, Cell> {
  if (!conditions) return {}
  const unknown = ASPECTS.map((aspect) => [`${aspect}Unknown`, unknownConditions(figures, conditions, aspect)])
  return {
    ...conditions.casing,
    ...conditions.support,
    shortUnpatched: conditionFigure(conditions, 'patchAge', ...SHORT_UNPATCHED),
    longUnpatched: conditionFigure(conditions, 'patchAge', ...LONG_UNPATCHED),
    ...Object.fromEntries(unknown),
  }
}

const NOTHING: Record<string, Cell> = { staff: '', equipped: '', equippedRate: '', licensed: '', licensedRate: '' }

/** A sum in which units are missing says how many, and gives no rate. */
function peopleCells({ people, figures }: Told, language: Language): Record<string, Cell> {
  if (!people) return NOTHING
  const { staff, staffMissing, equipped, equippedMissing, licensedAntivirus, licensedAntivirusMissing } = people
  const told = (sum: number, missing: number): Cell => {
    if (missing === 0) return sum
    const unknown = UNTOLD[language].replace('{units}', formatNumber(missing, language))
    return sum === 0 ? unknown : `${formatNumber(sum, language)}; ${unknown}`
  }
  const shareOf = (part: number, whole: number, missing: number): Cell => (missing === 0 ? share(part, whole) : UNKNOWN_WORD[language])
  return {
    staff: told(staff, staffMissing),
    equipped: told(equipped, equippedMissing),
    equippedRate: shareOf(equipped, staff, staffMissing + equippedMissing),
    licensed: told(licensedAntivirus, licensedAntivirusMissing),
    licensedRate: shareOf(licensedAntivirus, sumsOf(figures).all, licensedAntivirusMissing),
  }
}

/** Of nothing there is no rate. */
function share(part: number, whole: number): Cell {
  return whole === 0 ? '–' : part / whole
}
