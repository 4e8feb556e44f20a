/** Reads a whole list into items: finds its heading, reads row by row, gathers what is wrong, with bounded memory beyond the items themselves. */
import { fold } from '@somay/shared/text/fold.ts'
import type { RegisterField } from '@somay/shared/text/register.ts'
import type { Words } from '@somay/shared/text/words.ts'
import type { ListedItem } from '../store/register/listed-item.ts'
import { textOf } from './cells.ts'
import { HEADER_WITHIN_ROWS } from './columns.ts'
import { findHeader, type Header, headerAt, type Mapping } from './header.ts'
import type { ListRow } from './list-rows.ts'
import { type List, withList } from './read-list.ts'
import { type RowReading, readRow } from './rows.ts'

/** How people want it read; what is undefined is as found. */
export type Wanted = {
  /** Of a workbook with several, counted from 0. */
  readonly sheet: number | undefined
  readonly headerRow: number | undefined
  readonly mapping: Mapping | undefined
  readonly costUnitDong: number | undefined
  readonly lastYear: number
  known(headings: readonly string[]): Promise<ListKnown>
}

/** What is known of a list by its headings. */
export type ListKnown = {
  /** How it was read before. */
  readonly before: { readonly mapping: Mapping; readonly costUnitDong: number } | undefined
  /** The unit a text of it names. */
  unitOf(text: string): number | undefined
}

export type Problem = { readonly row: number; readonly level: 'refused' | 'noted'; readonly says: readonly Words[] }

export type ItemsRead = {
  /** Names of the sheets of a workbook, none of another file, and which was read. */
  readonly sheets: readonly string[]
  readonly sheet: number
  readonly headerRow: number
  readonly headings: readonly string[]
  readonly sample: readonly (readonly string[])[]
  readonly mapping: Mapping
  readonly isRemembered: boolean
  readonly costUnitDong: number
  readonly items: readonly ListedItem[]
  /** Asset keys of the rows that were refused or skipped and have a code. */
  readonly keysBeside: readonly string[]
  readonly counts: { readonly rows: number; readonly skipped: number; readonly refused: number; readonly noted: number }
  /** The first of them. */
  readonly problems: readonly Problem[]
  /** What the rows say in the column of units, each text once whatever its marks and case, as it is written first. */
  readonly unitTexts: readonly { readonly text: string; readonly rows: number }[]
}

const MOST_PROBLEMS = 500
const SAMPLE_ROWS = 5
const MOST_UNIT_TEXTS = 2_000

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
  const { header, headerRow } = headerOf(first, wanted.headerRow)
  const { before, unitOf } = await wanted.known(header.headings)
  const mapping = withinHeadings(wanted.mapping ?? before?.mapping ?? header.mapping, header.headings.length)
  const costUnitDong = wanted.costUnitDong ?? before?.costUnitDong ?? header.costUnitDong
  const gathering = new Gathering({ mapping, costUnitDong, lastYear: wanted.lastYear, unitOf })
  for (const row of first) if (row.row > headerRow) gathering.add(row)
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

function headerOf(first: readonly ListRow[], wanted: number | undefined): { header: Header; headerRow: number } {
  const chosen = wanted === undefined ? undefined : first.find(({ row }) => row === wanted)
  const header = chosen ? headerAt(chosen.cells, 0) : findHeader(first.map(({ cells }) => cells))
  return { header, headerRow: chosen?.row ?? first[header.row]?.row ?? 1 }
}

/** A column chosen for another sheet may not be there. */
function withinHeadings(mapping: Mapping, columns: number): Mapping {
  return Object.fromEntries(Object.entries(mapping).filter(([, column]) => column < columns))
}

class Gathering {
  readonly #reading: RowReading
  readonly #items: ListedItem[] = []
  readonly #keysBeside = new Set<string>()
  readonly #rowOf = new Map<string, number>()
  readonly #serials = new Map<string, number>()
  readonly #problems: Problem[] = []
  readonly #unitTexts = new Map<string, { readonly text: string; rows: number }>()
  readonly #sample: string[][] = []
  readonly #counts = { rows: 0, skipped: 0, refused: 0, noted: 0 }

  constructor(reading: RowReading) {
    const unitOf = (text: string) => {
      if (text !== '') this.#meet(text)
      return reading.unitOf(text)
    }
    this.#reading = { ...reading, unitOf }
  }

  add({ row, cells }: ListRow): void {
    const read = readRow(cells, this.#reading)
    if (read.outcome === 'empty') return
    this.#counts.rows++
    if (this.#sample.length < SAMPLE_ROWS) this.#sample.push(cells.map(textOf))
    if (read.outcome !== 'item' && read.assetKey !== '') this.#keysBeside.add(read.assetKey)
    if (read.outcome === 'skipped') this.#counts.skipped++
    else if (read.outcome === 'refused') this.#tell(row, 'refused', read.problems)
    else this.#take(row, read.item, read.noted)
  }

  #meet(text: string): void {
    const key = fold(text)
    const met = this.#unitTexts.get(key)
    if (met) met.rows++
    else if (this.#unitTexts.size < MOST_UNIT_TEXTS) this.#unitTexts.set(key, { text, rows: 1 })
  }

  #take(row: number, item: ListedItem, noted: readonly Words[]): void {
    const twin = this.#rowOf.get(item.assetKey)
    if (twin !== undefined) {
      this.#tell(row, 'refused', [{ vi: `Mã tài sản trùng với dòng ${twin}`, en: `Asset code: the same as in row ${twin}` }])
      return
    }
    this.#rowOf.set(item.assetKey, row)
    const serial = item.serial?.toLowerCase()
    const same = serial === undefined ? undefined : this.#serials.get(serial)
    if (serial !== undefined && same === undefined) this.#serials.set(serial, row)
    const all =
      same === undefined ? noted : [...noted, { vi: `Số serial trùng với dòng ${same}`, en: `Serial number: the same as in row ${same}` }]
    if (all.length > 0) this.#tell(row, 'noted', all)
    this.#items.push(item)
  }

  #tell(row: number, level: Problem['level'], says: readonly Words[]): void {
    this.#counts[level]++
    if (this.#problems.length < MOST_PROBLEMS) this.#problems.push({ row, level, says })
  }

  result(): Pick<ItemsRead, 'sample' | 'items' | 'keysBeside' | 'counts' | 'problems' | 'unitTexts'> {
    return {
      sample: this.#sample,
      items: this.#items,
      keysBeside: [...this.#keysBeside],
      counts: this.#counts,
      problems: this.#problems,
      unitTexts: [...this.#unitTexts.values()],
    }
  }
}

/** Whether a mapping names what every item needs. */
export function missingFields(mapping: Mapping, required: readonly RegisterField[]): readonly RegisterField[] {
  return required.filter((name) => mapping[name] === undefined)
}
