/** Which day of which month an instant belongs to in the collector's time zone. */
import { dayOf } from '@somay/shared/text/dates.ts'

/** `month` is yyyymm, `bit` the day's bit in a presence row (bit 0 is the first). */
export type MonthDay = { readonly month: number; readonly bit: number }

export type Calendar = (atMs: number) => MonthDay

export function calendarOf(timeZone: string): Calendar {
  return (atMs) => {
    const { year, month, day } = dayOf(atMs, timeZone)
    return { month: year * 100 + month, bit: 1 << (day - 1) }
  }
}
