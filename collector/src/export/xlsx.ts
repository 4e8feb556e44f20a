/** A table as XLSX with real numbers and dates, written as a stream. */
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { wallClock } from '@somay/shared/text/dates.ts'
import { type CellValue, type ColumnDef, writeXlsxStream } from 'hucre/xlsx'
import { cellText } from './cell-text.ts'
import { headingOf, plainValue, type Table, type TableColumn } from './table.ts'

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

// Excel's sheet names hold 31 characters.
const SHEET_NAME = { vi: 'Máy tính', en: 'PCs' }

const FORMATS: Partial<Record<TableColumn['kind'], string>> = { instant: 'dd/mm/yyyy hh:mm', bytes: '#,##0.##', count: '#,##0' }

export function xlsxOf(table: Table): Readable {
  const { columns, language } = table
  const definitions: ColumnDef[] = columns.map((column) => ({
    key: column.key,
    header: headingOf(column, language),
    width: column.width,
    ...(FORMATS[column.kind] ? { numFmt: FORMATS[column.kind] } : {}),
  }))
  async function* rows(): AsyncGenerator<CellValue[]> {
    for await (const chunk of table.rows)
      for (const { cells } of chunk) yield columns.map((column) => toValue(cells[column.key], column, table))
  }
  const stream = writeXlsxStream(rows(), { name: SHEET_NAME[language], columns: definitions, freezePane: { rows: 1, columns: 1 } })
  return Readable.fromWeb(stream as unknown as ReadableStream)
}

function toValue(cell: Parameters<typeof plainValue>[0], column: TableColumn, { language, timeZone }: Table): CellValue {
  const value = plainValue(cell, column, language)
  if (typeof value === 'string') return cellText(value)
  return column.kind === 'instant' ? wallClock(value, timeZone) : value
}
