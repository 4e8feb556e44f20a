/** Reads the rows of an uploaded list, XLSX or CSV, row by row and within limits, whatever the file claims to be; in the thread made for it. */
import { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import { streamXlsxRows } from 'hucre'
import type { ListCell } from './cells.ts'
import { type CheckedArchive, checkedArchive, piecesOf } from './checked-archive.ts'
import { HEADER_WITHIN_ROWS } from './columns.ts'
import { ListRefused } from './list-refused.ts'
import { type SheetListed, sheetsListed } from './sheets-listed.ts'
import { ZeroCells } from './zero-cells.ts'
import { shownWith, zeroFormats } from './zero-formats.ts'

/** Under the heading. */
export const MAX_LIST_ROWS = 100_000
/** With titles, the heading and the row that may number its columns. */
const MAX_ROWS = MAX_LIST_ROWS + HEADER_WITHIN_ROWS
/** Columns beyond these are left unread. */
const MAX_COLUMNS = 200

/** `row` counts from 1, as Excel and editors show it. */
export type ListRow = { readonly row: number; readonly cells: readonly ListCell[] }

/** Names of the sheets of a workbook, none of other files, and of the chosen one the rows. */
export type OpenedList = { readonly sheets: readonly string[]; readonly rows: AsyncGenerator<ListRow> }

/** Formulas are never worked out: of one comes the result the author's program kept beside it. `sheet` counts from 0. */
export async function openList(file: Buffer, sheet: number): Promise<OpenedList> {
  if (file.length === 0) throw new ListRefused('empty')
  if (file.subarray(0, 2).toString('latin1') !== 'PK') return { sheets: [], rows: within(textRows(file)) }
  const checked = await checkedArchive(file)
  const sheets = sheetsListed(checked.workbook, checked.relations)
  return { sheets: sheets.map(({ name }) => name), rows: within(workbookRows(checked, sheets, sheet < sheets.length ? sheet : 0)) }
}

async function* within(rows: AsyncGenerator<ListRow>): AsyncGenerator<ListRow> {
  let count = 0
  for await (const row of rows) {
    if (++count > MAX_ROWS) throw new ListRefused('too-many-rows')
    yield row
  }
  if (count === 0) throw new ListRefused('empty')
}

async function* workbookRows(checked: CheckedArchive, sheets: readonly SheetListed[], sheet: number): AsyncGenerator<ListRow> {
  try {
    const zeros = await zeroCells(checked, sheets[sheet]?.part)
    for await (const { index, values } of streamXlsxRows(checked.file, { maxRows: MAX_ROWS + 1, sheet })) {
      const cells = values.slice(0, MAX_COLUMNS) as ListCell[]
      for (const [column, format] of zeros?.of(index) ?? []) {
        const shown = shownWith(format, cells[column])
        if (shown !== undefined) cells[column] = shown
      }
      yield { row: index + 1, cells }
    }
  } catch (error) {
    throw new ListRefused(error instanceof Error && error.name === 'EncryptedFileError' ? 'protected' : 'not-a-list', error)
  }
}

/** Read through once more only where some style of the workbook shows leading zeros. */
async function zeroCells({ file, styles }: CheckedArchive, part: string | undefined): Promise<ZeroCells | undefined> {
  const formats = zeroFormats(styles)
  if (formats.size === 0 || part === undefined) return undefined
  const cells = new ZeroCells(formats)
  for await (const piece of piecesOf(file, part)) cells.see(piece)
  return cells
}

// The first bytes of the container that Excel 97-2003 and workbooks with a password come in.
const OLE_BYTES = Buffer.from('d0cf11e0a1b11ae1', 'hex')

async function* textRows(file: Buffer): AsyncGenerator<ListRow> {
  if (file.subarray(0, OLE_BYTES.length).equals(OLE_BYTES)) throw new ListRefused('old-excel')
  const text = decode(file)
  if (text.includes('\u0000')) throw new ListRefused('not-a-list')
  const parser = Readable.from([text]).pipe(
    parse({
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: 100_000,
      info: true,
    }),
  )
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>)
      yield { row: info.lines, cells: record.slice(0, MAX_COLUMNS).map(withoutMark) }
  } catch (error) {
    throw new ListRefused('not-a-list', error)
  }
}

// Spreadsheets, and our own exports, put an apostrophe before what must stay text: "'12.18".
function withoutMark(cell: string): string {
  return cell.startsWith("'") ? cell.slice(1) : cell
}

/** UTF-8, UTF-16 as Excel's "Unicode text", or the Vietnamese code page of Windows. */
function decode(file: Buffer): string {
  if (file[0] === 0xff && file[1] === 0xfe) return new TextDecoder('utf-16le').decode(file)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file)
  } catch {
    return new TextDecoder('windows-1258').decode(file)
  }
}

const DELIMITERS = [';', '\t', ',', '|']
const SNIFFED_CHARACTERS = 20_000

/** The sign that splits most lines into the same number of cells as their neighbours. */
function delimiterOf(text: string): string {
  const lines = text
    .slice(0, SNIFFED_CHARACTERS)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => line.replace(/"[^"]*"/g, ''))
  const score = (sign: string) => {
    const counts = lines.map((line) => line.split(sign).length - 1)
    return counts.filter((count, index) => count > 0 && (index === 0 || count === counts[index - 1])).length
  }
  return DELIMITERS.reduce((best, sign) => (score(sign) > score(best) ? sign : best))
}
