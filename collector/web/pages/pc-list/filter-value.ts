/** What a person types for a filter against what the collector takes: gigabytes and bytes, dd/mm/yyyy and instants. */
import { formatDate, startOfDay } from '@somay/shared/text/dates.ts'

const GIBIBYTE = 1024 ** 3

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

/** A day by its first moment and the first of the day after, in ms since 1970. */
export type Day = { readonly start: number; readonly next: number }

/** A day written dd/mm/yyyy, on the clocks of a zone; undefined when there is no such day. */
export function dayToInstant(typed: string, timeZone: string): Day | undefined {
  const match = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(typed.trim())
  if (!match) return undefined
  const [day, month, year] = match.slice(1).map(Number) as [number, number, number]
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined
  return { start: startOfDay({ year, month, day }, timeZone), next: startOfDay({ year, month, day: day + 1 }, timeZone) }
}

export function instantToDay(ms: string, timeZone: string): string {
  const at = Number(ms)
  return ms !== '' && Number.isFinite(at) ? formatDate(at, timeZone) : ''
}

/** "Until 30/09" holds the whole of that day, and "after" begins with the next; the first moment serves the others. */
export function instantForOperator(operator: string, { start, next }: Day): number {
  return operator === 'le' || operator === 'gt' ? next - 1 : start
}
