/** The days a trend shows, and those that are counted ahead. Pure. */
import { type CalendarDay, dayOf } from '@somay/shared/text/dates.ts'
import { dayText } from '@somay/shared/text/days.ts'

const MONTHS = 13
const DAY_MS = 86_400_000

/** The days people ask for most. */
const DAYS_AHEAD = 31

/** What a trend shows, and every one of the last days: also those on which no collector ran. The newest first. */
export function rolledDays(nowMs: number, timeZone: string): CalendarDay[] {
  const { year, month, day } = dayOf(nowMs, timeZone)
  const latest = Array.from({ length: DAYS_AHEAD }, (_, back) => calendarDay(Date.UTC(year, month - 1, day) - (back + 1) * DAY_MS))
  const days = [...latest, ...trendDays(nowMs, timeZone).reverse()]
  return [...new Map(days.map((one) => [dayText(one), one])).values()]
}

/** The ends of the last thirteen months, and the last whole day. The oldest first; a month that ended yesterday is there once. */
export function trendDays(nowMs: number, timeZone: string): CalendarDay[] {
  const { year, month, day } = dayOf(nowMs, timeZone)
  return trendUntil(calendarDay(Date.UTC(year, month - 1, day) - DAY_MS))
}

/** The same up to a day somebody looks at. */
export function trendUntil(last: CalendarDay): CalendarDay[] {
  const { year, month } = calendarDay(Date.UTC(last.year, last.month - 1, last.day) + DAY_MS)
  const ends = Array.from({ length: MONTHS }, (_, back) => calendarDay(Date.UTC(year, month - 1 - back, 0)))
  const days = [...ends.reverse(), last]
  const before = days.at(-2)
  return before && last.month === before.month && last.day === before.day ? days.slice(0, -1) : days
}

function calendarDay(ms: number): CalendarDay {
  const date = new Date(ms)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}
