/** Downloads the list of PCs as CSV and XLSX, reads both back, and says what each cell should hold by what the screen's list holds. */
import assert from 'node:assert/strict'
import { readXlsx } from 'hucre'
import type { Cell, Column } from '#shared/api/pcs.ts'
import { REASON_WORDS } from '#shared/text/reasons.ts'
import type { Client } from '../http-client.ts'

type Row = Readonly<Record<string, unknown>>

/** Rows by the key of their column. */
export type Exported = { readonly csv: readonly Row[]; readonly xlsx: readonly Row[] }

const BYTES_PER_GB = 1024 ** 3
const ZONE = 'Asia/Ho_Chi_Minh'

export async function columnsOf(client: Client): Promise<Column[]> {
  return (await client.get('/api/v1/pcs/columns')).json<Column[]>()
}

export async function exported(client: Client, columns: readonly Column[]): Promise<Exported> {
  const query = `language=en&columns=${columns.map(({ key }) => key).join(',')}`
  const csv = await client.fetch(`/api/v1/pcs/export?format=csv&${query}`)
  const xlsx = await client.fetch(`/api/v1/pcs/export?format=xlsx&${query}`)
  assert.deepEqual([csv.status, xlsx.status], [200, 200])
  const { sheets } = await readXlsx(new Uint8Array(await xlsx.arrayBuffer()))
  return { csv: byKey(csvRows(await csv.text()), columns), xlsx: byKey(sheets[0]?.rows ?? [], columns) }
}

function byKey([head = [], ...rows]: readonly (readonly unknown[])[], columns: readonly Column[]): Row[] {
  assert.deepEqual(
    head,
    columns.map(({ heading, kind }) => (kind === 'bytes' ? `${heading.en} (GB)` : heading.en)),
  )
  return rows.map((row) => Object.fromEntries(columns.map(({ key }, index) => [key, row[index]])))
}

/** RFC 4180, apart from the product's writer. */
function csvRows(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  for (const [, quoted, plain = '', end] of text.replace(/^\ufeff/, '').matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (end === ',') continue
    if (row.length > 1) rows.push(row)
    row = []
  }
  return rows
}

/** The sentence that stands for a cell nobody could read. */
export function unknownSentence(cell: Extract<Cell, object>): string {
  return `unknown (${REASON_WORDS[cell.unknown].en})`
}

export function csvCell(cell: Cell, column: Column): string {
  if (typeof cell === 'number' && column.kind === 'instant') {
    const { day, month, year, hour, minute } = wallParts(cell)
    return `${day}/${month}/${year} ${hour}:${minute}`
  }
  const value = plain(cell, column)
  // Without types in the file, an apostrophe tells a spreadsheet that a code is no number.
  return typeof value === 'string' && /^[\d.:/-]*$/.test(value) ? `'${value}` : String(value)
}

export function xlsxCell(cell: Cell, column: Column): string | number | Date {
  if (typeof cell !== 'number' || column.kind !== 'instant') return plain(cell, column)
  const { day, month, year, hour, minute } = wallParts(cell)
  const rest = cell % 60_000
  return new Date(Date.parse(`${year}-${month}-${day}T${hour}:${minute}:00.000Z`) + rest)
}

function plain(cell: Cell, { kind, choices }: Column): string | number {
  if (typeof cell === 'object') return unknownSentence(cell)
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no'
  if (kind === 'bytes' && typeof cell === 'number') return Math.round((cell / BYTES_PER_GB) * 100) / 100
  return choices?.find(({ value }) => value === cell)?.label.en ?? cell
}

function wallParts(atMs: number): Record<string, string> {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: ZONE,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  return Object.fromEntries(format.formatToParts(atMs).map(({ type, value }) => [type, value]))
}
