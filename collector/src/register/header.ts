/** The heading of a list of the register: which column says what, in which unit of money; people may put it right. Pure. */
import { fold } from '@somay/shared/text/fold.ts'
import { REGISTER_FIELD_NAMES, REGISTER_FIELDS, REQUIRED_FIELDS, type RegisterField } from '@somay/shared/text/register.ts'
import { type ListCell, textOf } from './cells.ts'
import { type Columns, columnsOf, type Headings, headerPlace } from './columns.ts'

export type Mapping = Columns<RegisterField>

export type Header = {
  /** Place of the heading among the rows looked at, counted from 0. */
  readonly row: number
  readonly headings: readonly string[]
  readonly mapping: Mapping
  /** What the cost column counts in, as its heading says. */
  readonly costUnitDong: number
}

const HEADINGS = Object.fromEntries(REGISTER_FIELD_NAMES.map((name) => [name, REGISTER_FIELDS[name].headings])) as Headings<RegisterField>

export function findHeader(rows: readonly (readonly ListCell[])[]): Header {
  const row = headerPlace(rows, HEADINGS, REQUIRED_FIELDS)
  return headerAt(rows[row] ?? [], row)
}

export function headerAt(cells: readonly ListCell[], row: number): Header {
  const headings = cells.map(textOf)
  const mapping = mappingOf(headings)
  return { row, headings, mapping, costUnitDong: costUnit(mapping.cost === undefined ? '' : (headings[mapping.cost] ?? '')) }
}

export function mappingOf(headings: readonly string[]): Mapping {
  return columnsOf(headings, HEADINGS)
}

function costUnit(heading: string): number {
  const plain = fold(heading)
  if (/trieu|million|\btr\b/.test(plain)) return 1_000_000
  return /nghin|ngan|thousand|1\.?000 ?d/.test(plain) ? 1_000 : 1
}
