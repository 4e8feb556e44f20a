/** Which day of which month an instant belongs to in the collector's time zone, quickly enough for every sample of every report. */
import { dayOf } from '@somay/shared/text/dates.ts'

/** `month` is yyyymm, `bit` the day's bit in a presence row (bit 0 is the first). */
export type MonthDay = { readonly month: number; readonly bit: number }

export type Calendar = (atMs: number) => MonthDay

// Every time zone in use is offset by whole quarter hours, so a day never changes inside one.
const QUARTER_HOUR_MS = 900_000

// 13 months of quarter hours is 38,000; beyond that the cache starts anew.
const CACHED_QUARTERS = 50_000

export function calendarOf(timeZone: string): Calendar {
  const cache = new Map<number, MonthDay>()
  return (atMs) => {
    const quarter = Math.floor(atMs / QUARTER_HOUR_MS)
    const cached = cache.get(quarter)
    if (cached) return cached
    const { year, month, day } = dayOf(atMs, timeZone)
    const found = { month: year * 100 + month, bit: 1 << (day - 1) }
    if (cache.size >= CACHED_QUARTERS) cache.clear()
    cache.set(quarter, found)
    return found
  }
}
