/** A table as CSV that Excel opens with its Vietnamese letters whole and with no formula coming alive. */
import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify'
import { cellText } from './cell-text.ts'
import { headingOf, instantText, plainValue, type Table } from './table.ts'

export const CSV_TYPE = 'text/csv; charset=utf-8'

export function csvOf(table: Table): Readable {
  const { columns, language } = table
  // The byte order mark tells Excel that the text is UTF-8.
  const writer = stringify({ bom: true, record_delimiter: 'windows' })
  async function* records(): AsyncGenerator<(string | number)[]> {
    yield columns.map((column) => headingOf(column, language))
    for await (const chunk of table.rows) {
      for (const { cells } of chunk) {
        yield columns.map((column) => {
          const value = plainValue(cells[column.key], column, language)
          if (typeof value === 'number' && column.kind === 'instant') return instantText(value, table.timeZone)
          return typeof value === 'number' ? value : cellText(value)
        })
      }
    }
  }
  const source = Readable.from(records())
  source.on('error', (error) => writer.destroy(error))
  writer.on('close', () => source.destroy())
  return source.pipe(writer)
}
