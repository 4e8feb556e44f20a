/** Days up to a date as bits of the months they lie in, the form presence is kept in. Pure. */
import type { CalendarDay } from '@somay/shared/text/dates.ts'

/** `month` is yyyymm; bit 0 of `days` is the first of the month. */
export type MonthDays = { readonly month: number; readonly days: number }

/** The `length` days that end with `last`, newest month first. */
export function windowOf(last: CalendarDay, length: number): MonthDays[] {
  const months: MonthDays[] = []
  let { year, month, day } = last
  let left = length
  while (left > 0) {
    const taken = Math.min(left, day)
    months.push({ month: year * 100 + month, days: daysBetween(day - taken + 1, day) })
    left -= taken
    if (month === 1) [year, month] = [year - 1, 12]
    else month -= 1
    day = new Date(Date.UTC(year, month, 0)).getUTCDate()
  }
  return months
}

function daysBetween(first: number, last: number): number {
  // 2 ** 31 does not fit the signed 32 bits of JavaScript's operators, so it is counted without them.
  return 2 ** last - 2 ** (first - 1)
}
