/** What an export is made of: columns and rows, nothing about where they came from. */
import type { Cell, ColumnKind } from '@somay/shared/api/pcs.ts'
import { formatDateTime } from '@somay/shared/text/dates.ts'
import { YES_NO } from '@somay/shared/text/filters.ts'
import { REASON_WORDS, UNKNOWN_WORD } from '@somay/shared/text/reasons.ts'
import type { Language, Words } from '@somay/shared/text/words.ts'

/** `day`: ms of the day's start in UTC; `rate`: a share of 1; `year`: a number never grouped. */
export type TableKind = ColumnKind | 'day' | 'rate' | 'year'

export type TableColumn = {
  readonly key: string
  readonly heading: Words
  readonly kind: TableKind
  readonly choices?: readonly { readonly value: string; readonly label: Words }[]
  readonly width: number
  /** In a workbook the cell is worked out there too, from cells of its row: `cell` gives the place of another column. */
  readonly formula?: (cell: (key: string) => string) => string
}

/** A plain column, its heading in both languages. */
export function column(key: string, kind: TableKind, vi: string, en: string, width: number): TableColumn {
  return { key, kind, heading: { vi, en }, width }
}

export type Table = {
  /** Short, as a sheet of a workbook is named. */
  readonly name: string
  readonly title: string
  /** What the view is: its moment, who took it, its filters and order, as a person reads them. */
  readonly about: readonly (readonly [label: string, value: string | number])[]
  readonly columns: readonly TableColumn[]
  readonly language: Language
  readonly timeZone: string
  /** Columns whose numbers are added up in a last line; in a workbook by a formula. */
  readonly sums?: readonly string[]
  /** Columns in which a row that adds up others does so by formula. */
  readonly added?: readonly string[]
  /** In chunks. */
  readonly rows: AsyncIterable<readonly TableRow[]>
}

export type TableRow = {
  /** One that is lacking is unknown. */
  readonly cells: Readonly<Record<string, Cell>>
  /** Adds up others: it stands out. */
  readonly isSum?: boolean
  /** Places, from 0, of the rows of its table that this one adds up. */
  readonly adds?: readonly number[]
}

const BYTES_PER_GB = 1024 ** 3

/** The heading, with the unit where the column's numbers have one. */
export function headingOf({ heading, kind }: TableColumn, language: Language): string {
  return kind === 'bytes' ? `${heading[language]} (GB)` : heading[language]
}

/** The sentence an unknown cell holds: never empty, never 0. */
export function unknownText(cell: Extract<Cell, object>, language: Language): string {
  return `${UNKNOWN_WORD[language]} (${REASON_WORDS[cell.unknown][language]})`
}

/** A cell as text or number: sizes in GB with two decimals, choices and yes/no in words; instants stay ms. */
export function plainValue(cell: Cell | undefined, column: TableColumn, language: Language): string | number {
  if (cell === undefined) return unknownText({ unknown: 'no-report' }, language)
  if (typeof cell === 'object') return unknownText(cell, language)
  if (typeof cell === 'boolean') return YES_NO[cell ? 'yes' : 'no'][language]
  if (column.kind === 'bytes' && typeof cell === 'number') return Math.round((cell / BYTES_PER_GB) * 100) / 100
  if (column.kind === 'choice') return column.choices?.find((choice) => choice.value === cell)?.label[language] ?? cell
  return cell
}

export function instantText(atMs: number, timeZone: string): string {
  return formatDateTime(atMs, timeZone)
}
