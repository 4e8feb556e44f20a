/** What a person types for a filter against what the collector takes: gigabytes and bytes, dd/mm/yyyy and instants. */
import { DEFAULT_TIME_ZONE, formatDate } from '@somay/shared/text/dates.ts'

const GIBIBYTE = 1024 ** 3
const DAY_MS = 86_400_000

// The whole product counts days in one zone; Viet Nam has no summer time, so a fixed offset is exact.
const ZONE_OFFSET_MS = 7 * 3_600_000

/** "7,5" and "7.5" both mean seven and a half; undefined when it is no number of gigabytes. */
export function gigabytesToBytes(typed: string): number | undefined {
  const text = typed.trim().replace(',', '.')
  if (!/^\d{1,7}(\.\d{1,3})?$/.test(text)) return undefined
  return Math.round(Number(text) * GIBIBYTE)
}

export function bytesToGigabytes(bytes: string, decimalMark: string): string {
  const gigabytes = Number(bytes) / GIBIBYTE
  return Number.isFinite(gigabytes) && bytes !== '' ? String(Math.round(gigabytes * 1000) / 1000).replace('.', decimalMark) : ''
}

export function wholeNumber(typed: string): number | undefined {
  const text = typed.trim()
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined
}

/** The first moment of a day written dd/mm/yyyy, in ms since 1970; undefined when there is no such day. */
export function dayToInstant(typed: string): number | undefined {
  const match = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(typed.trim())
  if (!match) return undefined
  const [day, month, year] = match.slice(1).map(Number) as [number, number, number]
  const utc = Date.UTC(year, month - 1, day)
  const date = new Date(utc)
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined
  return utc - ZONE_OFFSET_MS
}

export function instantToDay(ms: string): string {
  const at = Number(ms)
  return ms !== '' && Number.isFinite(at) ? formatDate(at, DEFAULT_TIME_ZONE) : ''
}

/** "Until 30/09" holds the whole of that day, and "after" begins with the next; the first moment serves the others. */
export function instantForOperator(operator: string, dayStart: number): number {
  return operator === 'le' || operator === 'gt' ? dayStart + DAY_MS - 1 : dayStart
}
