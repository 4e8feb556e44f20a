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

/** Every day a month can have; and what a month is multiplied by to stand in one number with its days. */
export const ALL_DAYS = 2 ** 31 - 1
export const DAYS = 2 ** 32

/** The last of the days of a month that stand together in one number, as "2026-09-30". */
export function dayOfRecord(record: number): string {
  const month = Math.floor(record / DAYS)
  const day = Math.floor(Math.log2(record % DAYS)) + 1
  const two = (number: number) => String(number).padStart(2, '0')
  return `${Math.floor(month / 100)}-${two(month % 100)}-${two(day)}`
}
