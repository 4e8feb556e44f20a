/** Reads a whole list into items: finds its heading, reads row by row, gathers what is wrong. */
import type { RegisterField } from '@somay/shared/text/register.ts'
import { HEADER_WITHIN_ROWS } from './columns.ts'
import { type Gathered, Gathering } from './gathered-rows.ts'
import { findHeader, type Header, headerAt, type Mapping } from './header.ts'
import type { ListRow } from './list-rows.ts'
import { type List, withList } from './read-list.ts'

/** How people want it read; what is undefined is as found. */
export type Wanted = {
  /** Of a workbook with several, counted from 0. */
  readonly sheet: number | undefined
  readonly headerRow: number | undefined
  readonly mapping: Mapping | undefined
  readonly costUnitDong: number | undefined
  readonly lastYear: number
  /** All problems, and the rows that were left out among them; otherwise the first of those a person may mend. */
  readonly everyProblem?: boolean
  known(headings: readonly string[]): Promise<ListKnown>
}

/** What is known of a list by its headings. */
export type ListKnown = {
  /** How it was read before. */
  readonly before: { readonly mapping: Mapping; readonly costUnitDong: number } | undefined
  /** The unit a text of it names. */
  unitOf(text: string): number | undefined
  /** Whether things of this name are PCs, as a person said. */
  isPc(name: string): boolean | undefined
}

export type ItemsRead = Gathered & {
  /** Names of the sheets of a workbook, none of another file, and which was read. */
  readonly sheets: readonly string[]
  readonly sheet: number
  readonly headerRow: number
  readonly headings: readonly string[]
  readonly mapping: Mapping
  readonly isRemembered: boolean
  readonly costUnitDong: number
}

export function readItems(file: Buffer, wanted: Wanted): Promise<ItemsRead> {
  return withList(file, { sheet: wanted.sheet }, (list) => itemsOf(list, wanted))
}

async function itemsOf(list: List, wanted: Wanted): Promise<ItemsRead> {
  const rows = list.rows[Symbol.asyncIterator]()
  const first: ListRow[] = []
  for (let row = await rows.next(); !row.done; row = await rows.next()) {
    first.push(row.value)
    if (row.value.row >= HEADER_WITHIN_ROWS) break
  }
  const { header, headerRow, lastRow } = headerOf(first, wanted.headerRow)
  const { before, unitOf, isPc } = await wanted.known(header.headings)
  const mapping = withinHeadings(wanted.mapping ?? before?.mapping ?? header.mapping, header.headings.length)
  const costUnitDong = wanted.costUnitDong ?? before?.costUnitDong ?? header.costUnitDong
  const gathering = new Gathering({ mapping, costUnitDong, lastYear: wanted.lastYear, unitOf, isPc }, wanted.everyProblem === true)
  for (const row of first) if (row.row > lastRow) gathering.add(row)
  for (let row = await rows.next(); !row.done; row = await rows.next()) gathering.add(row.value)
  const { sheets } = list
  const sheet = wanted.sheet !== undefined && wanted.sheet < sheets.length ? wanted.sheet : 0
  return {
    sheets,
    sheet,
    headerRow,
    headings: header.headings,
    mapping,
    isRemembered: before !== undefined,
    costUnitDong,
    ...gathering.result(),
  }
}

type HeaderFound = { readonly header: Header; readonly headerRow: number; readonly lastRow: number }

function headerOf(first: readonly ListRow[], wanted: number | undefined): HeaderFound {
  const cells = first.map((row) => row.cells)
  const chosen = wanted === undefined ? -1 : first.findIndex(({ row }) => row === wanted)
  const header = chosen === -1 ? findHeader(cells) : headerAt(cells, chosen)
  const headerRow = first[header.row]?.row ?? 1
  return { header, headerRow, lastRow: first[header.last]?.row ?? headerRow }
}

/** A column chosen for another sheet may not be there. */
function withinHeadings(mapping: Mapping, columns: number): Mapping {
  return Object.fromEntries(Object.entries(mapping).filter(([, column]) => column < columns))
}

/** Whether a mapping names what every item needs. */
export function missingFields(mapping: Mapping, required: readonly RegisterField[]): readonly RegisterField[] {
  return required.filter((name) => mapping[name] === undefined)
}
