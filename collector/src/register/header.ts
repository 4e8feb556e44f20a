/** The heading of a list of the register, of one row or two: which column says what, in which unit of money; people may put it right. Pure. */
import { fold } from '@somay/shared/text/fold.ts'
import { REGISTER_FIELD_NAMES, REGISTER_FIELDS, REQUIRED_FIELDS, type RegisterField } from '@somay/shared/text/register.ts'
import { type ListCell, textOf } from './cells.ts'
import { type Columns, columnsOf, type Headings, headerPlace } from './columns.ts'

export type Mapping = Columns<RegisterField>

export type Header = {
  /** Place of the heading among the rows looked at, counted from 0: of two rows the one that names asset code and name; and of the last one. */
  readonly row: number
  readonly last: number
  readonly headings: readonly string[]
  readonly mapping: Mapping
  /** What the cost column counts in, as its heading says. */
  readonly costUnitDong: number
}

type Rows = readonly (readonly ListCell[])[]

const HEADINGS = Object.fromEntries(REGISTER_FIELD_NAMES.map((name) => [name, REGISTER_FIELDS[name].headings])) as Headings<RegisterField>

export function findHeader(rows: Rows): Header {
  return headerAt(rows, headerPlace(rows, HEADINGS, REQUIRED_FIELDS))
}

/** The row at that place; with the one below or above where both are one heading of merged cells. */
export function headerAt(rows: Rows, row: number): Header {
  const texts = (place: number) => (rows[place] ?? []).map(textOf)
  const [above, own, below] = [texts(row - 1), texts(row), texts(row + 1)]
  const mapping = mappingOf(own)
  const lower = withPartsBelow(mapping, below)
  if (lower) return header({ row, last: row + 1, headings: bothTexts(own, below), mapping: lower })
  const upper = withColumnsAbove(mapping, own, above)
  if (upper) return header({ row, last: row, headings: bothTexts(above, own), mapping: upper })
  return header({ row, last: row, headings: own, mapping })
}

export function mappingOf(headings: readonly string[]): Mapping {
  return columnsOf(headings, HEADINGS)
}

const fields = (mapping: Mapping) => Object.entries(mapping) as [RegisterField, number][]

/** "Thông tin" over "Số serial" and "Năm sử dụng": the row below says more closely what columns hold, and nothing of asset code and name. */
function withPartsBelow(mapping: Mapping, below: readonly string[]): Mapping | undefined {
  const required = REQUIRED_FIELDS.flatMap((name) => mapping[name] ?? [])
  if (required.length === 0 || required.some((column) => (below[column] ?? '') !== '')) return undefined
  const parts = fields(mappingOf(below)).filter(([name]) => !REQUIRED_FIELDS.includes(name))
  const [names, columns] = [new Set(parts.map(([name]) => name)), new Set(parts.map(([, column]) => column))]
  const kept = fields(mapping).filter(([name, column]) => !names.has(name) && !columns.has(column))
  return parts.length === 0 ? undefined : Object.fromEntries([...kept, ...parts])
}

/** "Tài sản" over "Mã tài sản" and "Tên tài sản", and beside it "Đơn vị" over both rows. Titles that stand above the heading are not whole headings. */
function withColumnsAbove(mapping: Mapping, own: readonly string[], above: readonly string[]): Mapping | undefined {
  if (REQUIRED_FIELDS.every((name) => mapping[name] === undefined)) return undefined
  const whole = (name: RegisterField, text: string) => HEADINGS[name].some((heading) => fold(heading) === fold(text))
  const more = fields(mappingOf(above.map((text, column) => ((own[column] ?? '') === '' ? text : '')))).filter(
    ([name, column]) => mapping[name] === undefined && whole(name, above[column] ?? ''),
  )
  return more.length === 0 ? undefined : { ...mapping, ...Object.fromEntries(more) }
}

function bothTexts(upper: readonly string[], lower: readonly string[]): readonly string[] {
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, column) =>
    [groupOf(upper, lower, column), lower[column] ?? ''].filter((text) => text !== '').join(': '),
  )
}

/** Of a merged cell the text stands over its first column. */
function groupOf(upper: readonly string[], lower: readonly string[], column: number): string {
  if ((upper[column] ?? '') !== '' || (lower[column] ?? '') === '') return upper[column] ?? ''
  return upper.slice(0, column).findLast((text) => text !== '') ?? ''
}

function header(found: Omit<Header, 'costUnitDong'>): Header {
  const { mapping, headings } = found
  return { ...found, costUnitDong: costUnit(mapping.cost === undefined ? '' : (headings[mapping.cost] ?? '')) }
}

function costUnit(heading: string): number {
  const plain = fold(heading)
  if (/trieu|million|\btr\b/.test(plain)) return 1_000_000
  return /nghin|ngan|thousand|1\.?000 ?d/.test(plain) ? 1_000 : 1
}
