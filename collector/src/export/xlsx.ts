/** A table as a workbook: typed cells under a head that filters, and a second sheet that says what the list is; written as a stream. */
import { Readable } from 'node:stream'
import type { Words } from '@somay/shared/text/words.ts'
import { RowCursor } from './row-cursor.ts'
import { headingOf, type Table, type TableRow } from './table.ts'
import { cellOf, numberCell, styledNumber, textCell } from './xlsx-cells.ts'
import { fixedParts, type SheetNamed, STYLE, sheetStart } from './xlsx-parts.ts'
import { type ZipFile, zipOf } from './zip.ts'

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const ABOUT: Words = { vi: 'Về danh sách', en: 'About this list' }
const ROWS: Words = { vi: 'Số dòng', en: 'Rows' }

/** Excel's own limit; what is more goes on in a further sheet. */
const MAX_ROWS = 1_048_576

const CHUNK_LENGTH = 65_536

const ON_ONE_PAGE = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'

export function xlsxOf(table: Table, maxRows = MAX_ROWS): Readable {
  return workbookOf([table], { title: table.title, maxRows })
}

type Workbook = { readonly title: string; readonly maxRows?: number }

/** Tables one after another, and at last what they are: what the first says about itself they say all. */
export function workbookOf(tables: readonly Table[], { title, maxRows = MAX_ROWS }: Workbook): Readable {
  return Readable.from(zipOf(files(tables, title, maxRows)), { objectMode: false })
}

async function* files(tables: readonly Table[], title: string, maxRows: number): AsyncGenerator<ZipFile> {
  const sheets: SheetNamed[] = []
  const taken: number[] = []
  for (const table of tables) {
    const cursor = new RowCursor(table)
    let part = 0
    do {
      part++
      const done: Done = { rows: 0, sums: new Map() }
      yield { name: `xl/worksheets/sheet${sheets.length + 1}.xml`, text: tableSheet(table, cursor, maxRows, done) }
      const head = `A1:${letters(table.columns.length - 1)}${done.rows}`
      sheets.push({ name: part === 1 ? table.name : `${table.name} ${part}`, head })
    } while (await cursor.more())
    taken.push(cursor.taken)
  }
  const [first] = tables
  if (!first) throw new Error('a workbook without a table')
  const { language, about } = first
  const rows = tables.map(
    ({ name }, place) => [tables.length === 1 ? ROWS[language] : `${ROWS[language]}: ${name}`, taken[place] ?? 0] as const,
  )
  yield { name: `xl/worksheets/sheet${sheets.length + 1}.xml`, text: [aboutSheet(title, [...about, ...rows])] }
  yield* fixedParts([...sheets, { name: ABOUT[language] }])
}

/** How far a sheet is: its rows, heading included, and what its columns add up to. */
type Done = { rows: number; readonly sums: Map<string, number> }

async function* tableSheet(table: Table, cursor: RowCursor, maxRows: number, done: Done): AsyncGenerator<string> {
  const { columns, language } = table
  const names = columns.map((_, place) => letters(place))
  const widths = columns.map(({ width }, place) => `<col min="${place + 1}" max="${place + 1}" width="${width}" customWidth="1"/>`)
  const frozen = '<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/>'
  const view = `<sheetViews><sheetView workbookViewId="0">${frozen}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>`
  const head = columns.map((column, place) => textCell(`${names[place]}1`, headingOf(column, language), STYLE.head))
  let text = `${sheetStart(`${ON_ONE_PAGE}${view}<cols>${widths.join('')}</cols>`)}<row r="1" ht="${headHeight(table)}" customHeight="1">${head.join('')}</row>`
  done.rows = 1
  const placeOf = new Map(columns.map(({ key }, place) => [key, names[place] as string]))
  // A line is kept for the sums.
  const most = table.sums ? maxRows - 1 : maxRows
  while (done.rows < most && (await cursor.more())) {
    // Row by row without waiting: a promise for each would cost more than the row.
    for (let row = cursor.take(); row; row = done.rows < most ? cursor.take() : undefined) {
      const { cells } = row
      done.rows++
      text += `<row r="${done.rows}">`
      for (const [place, column] of columns.entries()) {
        const formula = column.formula?.((key) => `${placeOf.get(key)}${done.rows}`) ?? addition(row, column.key, table, names[place])
        text += cellOf(`${names[place]}${done.rows}`, cells[column.key], column, table, { formula, isSum: row.isSum })
      }
      text += '</row>'
      addUp(table, cells, done.sums)
      if (text.length >= CHUNK_LENGTH) {
        yield text
        text = ''
      }
    }
  }
  if (table.sums) text += sumsRow(table, names, done)
  const filter = `<autoFilter ref="A1:${names.at(-1)}${done.rows}"/>`
  yield `${text}</sheetData>${filter}<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>`
}

/** In points: as many lines as the longest heading needs, and two at least. */
function headHeight({ columns, language }: Table): number {
  const lines = columns.map((column) => Math.ceil((headingOf(column, language).length * BOLDER) / column.width))
  return Math.max(2, ...lines) * LINE_POINTS + 2
}

// Bold letters are wider than those a column's width is told in, and words end before their line does.
const BOLDER = 1.3
const LINE_POINTS = 15

function addUp({ sums = [] }: Table, cells: TableRow['cells'], into: Done['sums']): void {
  for (const key of sums) {
    const value = cells[key]
    if (typeof value === 'number') into.set(key, (into.get(key) ?? 0) + value)
  }
}

/** Most that a function of Excel takes. */
const MOST_ADDED = 255

/** Rows of the table begin below its heading. */
function addition({ adds = [] }: TableRow, key: string, { added = [] }: Table, name: string | undefined): string | undefined {
  if (adds.length === 0 || adds.length > MOST_ADDED || !added.includes(key)) return undefined
  return `SUM(${adds.map((place) => `${name}${place + 2}`).join(',')})`
}

const TOTAL: Words = { vi: 'Tổng cộng', en: 'Total' }

/** Below the filter's range, so that it stays where it is; what the formula comes to stands in the file for readers that work out nothing. */
function sumsRow({ columns, sums = [], language }: Table, names: readonly string[], { rows, sums: values }: Done): string {
  const row = rows + 1
  const cells = columns.map(({ key }, place) => {
    const name = names[place]
    if (place === 0) return textCell(`${name}${row}`, TOTAL[language], STYLE.label)
    if (!sums.includes(key)) return ''
    // What the filter leaves out is left out of the sum: 109.
    const formula = `SUBTOTAL(109,${name}2:${name}${Math.max(rows, 2)})`
    return styledNumber(`${name}${row}`, values.get(key) ?? 0, STYLE.whole, formula)
  })
  return `<row r="${row}">${cells.join('')}</row>`
}

function aboutSheet(title: string, about: Table['about']): string {
  const lines = about.map(([label, value], index) => {
    const row = index + 3
    const cell = typeof value === 'number' ? numberCell(`B${row}`, value) : textCell(`B${row}`, value, STYLE.sentence)
    return `<row r="${row}">${textCell(`A${row}`, label, STYLE.label)}${cell}</row>`
  })
  const widths = '<cols><col min="1" max="1" width="24" customWidth="1"/><col min="2" max="2" width="80" customWidth="1"/></cols>'
  const paper = '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>'
  return `${sheetStart(`${ON_ONE_PAGE}${widths}`)}<row r="1">${textCell('A1', title, STYLE.title)}</row>${lines.join('')}</sheetData>${paper}</worksheet>`
}

/** A, B, … Z, AA: the name of a column by its place. */
function letters(place: number): string {
  const rest = String.fromCharCode(65 + (place % 26))
  return place < 26 ? rest : letters(Math.floor(place / 26) - 1) + rest
}
