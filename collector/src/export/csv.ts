/** A table as CSV that the Excel of its language opens with columns, numbers and letters right and with no formula coming alive. */
import { Readable } from 'node:stream'
import { formatDate } from '@somay/shared/text/dates.ts'
import type { Language } from '@somay/shared/text/words.ts'
import { stringify } from 'csv-stringify'
import { csvText } from './cell-text.ts'
import { headingOf, instantText, plainValue, type Table, type TableKind } from './table.ts'

export const CSV_TYPE = 'text/csv; charset=utf-8'

// Excel splits and reads numbers as the language of its Windows does: where the comma is the decimal mark, the semicolon separates.
const MARKS: Readonly<Record<Language, { readonly delimiter: string; readonly decimal: string }>> = {
  vi: { delimiter: ';', decimal: ',' },
  en: { delimiter: ',', decimal: '.' },
}

export function csvOf(table: Table): Readable {
  const { columns, language } = table
  const { delimiter, decimal } = MARKS[language]
  // The byte order mark tells Excel that the text is UTF-8.
  const writer = stringify({ bom: true, delimiter, record_delimiter: 'windows' })
  async function* records(): AsyncGenerator<string[]> {
    yield columns.map((column) => headingOf(column, language))
    for await (const chunk of table.rows) {
      for (const { cells } of chunk) {
        yield columns.map((column) => {
          const value = plainValue(cells[column.key], column, language)
          if (typeof value === 'string') return csvText(value)
          return numberText(value, column.kind, table).replace('.', decimal)
        })
      }
    }
  }
  const source = Readable.from(records())
  source.on('error', (error) => writer.destroy(error))
  writer.on('close', () => source.destroy())
  return source.pipe(writer)
}

function numberText(value: number, kind: TableKind, { timeZone }: Table): string {
  if (kind === 'instant') return instantText(value, timeZone)
  if (kind === 'day') return formatDate(value, 'UTC')
  // On whole thousandths, because 0.97 as per cent is 97.00000000000001 in binary fractions.
  return kind === 'rate' ? `${(Math.floor(value * 1_000 + 0.5) / 10).toFixed(1)}%` : String(value)
}
