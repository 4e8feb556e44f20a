/** The counts of a date as a table for files: total, blocks, units, each with both denominators, both rates and every state. */
import type { Counts, Figures, PeopleOf } from '@somay/shared/api/counts.ts'
import type { Cell } from '@somay/shared/api/pcs.ts'
import { BLOCKS } from '@somay/shared/text/choices.ts'
import { ASPECTS, LONG_UNPATCHED, SHORT_UNPATCHED } from '@somay/shared/text/conditions.ts'
import { conditionFigure, isMoreThanPcs, MORE_THAN_PCS, sumsOf, type Told, unknownConditions } from '@somay/shared/text/figures.ts'
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
const PEOPLE: Readonly<Record<'staff' | 'equipped' | 'licensedAntivirus', Words>> = {
  staff: { vi: 'CBCCVC', en: 'staff' },
  equipped: { vi: 'CBCCVC được trang bị máy', en: 'staff with a PC' },
  licensedAntivirus: { vi: 'máy có bản quyền chống mã độc', en: 'PCs with licensed antivirus' },
}
const OUTSIDE: Words = { vi: 'Ngoài tổng', en: 'Outside the total' }

type Circumstances = { readonly about: Table['about']; readonly language: Language; readonly timeZone: string }

/** Where it is said of how many units a number of people is unknown: in the row's note, or on paper, whose first sheet has no room for notes, in the cell. */
type UntoldIn = 'note' | 'cell'

type CountTableRow = { readonly cells: Record<string, Cell>; readonly isSum: boolean }

/** Total, blocks, units, and at the end what stands outside the total. */
export function countRows(counts: Counts, language: Language, untoldIn: UntoldIn = 'cell'): CountTableRow[] {
  // Of a day of which the ledger knows nothing a row of zeros would be a lie.
  if (counts.since !== undefined) return []
  const { asOf, people, conditions, total, outside, outsideConditions, rows } = counts
  const numbers = treeNumbers(rows)
  const cellsOf = (number: Cell, name: string, of: Told, addsUp = true) => ({
    number,
    name,
    ...figureCells(of.figures),
    ...(people && peopleCells(of, language, addsUp && untoldIn === 'cell')),
    ...conditionCells(of),
    asOf: Date.parse(asOf),
    // A unit by itself is one unit: its cells say it.
    note: of.people && addsUp && untoldIn === 'note' ? untoldNote(of.people, language) : '',
  })
  const told = rows.map((row, place): CountTableRow => {
    const { kind, name } = row
    const shown = kind === 'block' ? (BLOCKS[name as keyof typeof BLOCKS]?.[language] ?? name) : name
    const addsUp = kind === 'block' || (rows[place + 1]?.depth ?? 0) > row.depth
    return { cells: cellsOf(numbers[place] ?? '', shown, row, addsUp), isSum: kind === 'block' }
  })
  // What stands outside the total has no sum of people: they are told for units.
  const beyond = { figures: outside, conditions: outsideConditions }
  return [
    { cells: cellsOf('', TOTAL[language], { figures: total, people, conditions }), isSum: true },
    ...told,
    ...(sumsOf(outside).all === 0 ? [] : [{ cells: cellsOf('', OUTSIDE[language], beyond), isSum: true }]),
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
      yield countRows(counts, language, 'note')
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

/** The sum of what was told; one in which units are missing has no rate. */
function peopleCells({ people, figures }: Told, language: Language, saysUnits: boolean): Record<string, Cell> {
  if (!people) return NOTHING
  const { staff, staffMissing, equipped, equippedMissing, licensedAntivirus, licensedAntivirusMissing } = people
  const { all } = sumsOf(figures)
  const unknown = UNKNOWN_WORD[language]
  const told = (sum: number, missing: number): Cell => {
    if (missing === 0) return sum
    if (!saysUnits) return sum === 0 ? unknown : sum
    return `${sum === 0 ? '' : `${formatNumber(sum, language)}; `}${untold(missing, language)}`
  }
  const shareOf = (part: number, whole: number, missing: number): Cell => (missing === 0 ? share(part, whole) : unknown)
  return {
    staff: told(staff, staffMissing),
    equipped: told(equipped, equippedMissing),
    equippedRate: shareOf(equipped, staff, staffMissing + equippedMissing),
    licensed: told(licensedAntivirus, licensedAntivirusMissing),
    licensedRate: isMoreThanPcs(licensedAntivirus, all)
      ? MORE_THAN_PCS[language]
      : shareOf(licensedAntivirus, all, licensedAntivirusMissing),
  }
}

function untold(units: number, language: Language): string {
  return UNTOLD[language].replace('{units}', formatNumber(units, language))
}

/** Of how many units which numbers are unknown; those of as many units together. */
function untoldNote(people: PeopleOf, language: Language): string {
  const missing = (['staff', 'equipped', 'licensedAntivirus'] as const).filter((what) => people[`${what}Missing`] > 0)
  return [...Map.groupBy(missing, (what) => people[`${what}Missing`])]
    .map(([units, whats]) => `${untold(units, language)}: ${whats.map((what) => PEOPLE[what][language]).join(', ')}`)
    .join('; ')
}

/** Of nothing there is no rate. */
function share(part: number, whole: number): Cell {
  return whole === 0 ? '–' : part / whole
}
