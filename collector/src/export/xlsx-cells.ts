/** Single cells of a workbook's sheets: numbers with their format, days and moments as Excel counts them, and text that can start no formula. */
import { wallClock } from '@somay/shared/text/dates.ts'
import { cleanText } from './cell-text.ts'
import { plainValue, type Table, type TableColumn } from './table.ts'
import { escapeXml, STYLE } from './xlsx-parts.ts'

// The day Excel counts from, and a day.
const EPOCH_DAYS = 25_569
const DAY_MS = 86_400_000

const GENERAL = 0

export function cellOf(
  place: string,
  cell: Parameters<typeof plainValue>[0],
  column: TableColumn,
  { language, timeZone }: Table,
  { formula, isSum = false }: { readonly formula: string | undefined; readonly isSum?: boolean | undefined },
): string {
  const value = plainValue(cell, column, language)
  if (typeof value === 'string') return textCell(place, value, isSum ? STYLE.sumText : STYLE.text)
  if (formula !== undefined) return styledNumber(place, value, isSum ? STYLE.sumWhole : STYLE.whole, formula)
  if (isSum && column.kind === 'rate') return styledNumber(place, value, STYLE.sumRate)
  if (isSum && column.kind === 'count' && Number.isInteger(value)) return styledNumber(place, value, STYLE.sumWhole)
  if (column.kind === 'year') return styledNumber(place, value, GENERAL)
  if (column.kind === 'rate') return styledNumber(place, value, STYLE.rate)
  if (column.kind === 'day') return styledNumber(place, value / DAY_MS + EPOCH_DAYS, STYLE.day)
  if (column.kind !== 'instant') return numberCell(place, value)
  return styledNumber(place, wallClock(value, timeZone).getTime() / DAY_MS + EPOCH_DAYS, STYLE.instant)
}

/** A whole number is shown as such, any other with one decimal; the value itself is not rounded. */
export function numberCell(place: string, value: number): string {
  return styledNumber(place, value, Number.isInteger(value) ? STYLE.whole : STYLE.tenths)
}

export function styledNumber(place: string, value: number, style: number, formula?: string): string {
  return `<c r="${place}" s="${style}">${formula === undefined ? '' : `<f>${formula}</f>`}<v>${value}</v></c>`
}

// A cell typed as text can start no formula: what a PC reported stands in it unchanged.
export function textCell(place: string, text: string, style: number): string {
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${safeText(text)}</t></is></c>`
}

/** Units, systems and reasons stand in thousands of rows: each is made safe once. Shorter texts are names and numbers, of which each row has its own. */
const SAFE = new Map<string, string>()
const MOST_KEPT = 5_000
const SHORTEST_KEPT = 16
const LONGEST_KEPT = 300

function safeText(text: string): string {
  if (text.length < SHORTEST_KEPT || text.length > LONGEST_KEPT) return escapeXml(cleanText(text))
  const known = SAFE.get(text)
  if (known !== undefined) return known
  if (SAFE.size >= MOST_KEPT) SAFE.clear()
  const safe = escapeXml(cleanText(text))
  SAFE.set(text, safe)
  return safe
}
