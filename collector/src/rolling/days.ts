/** The days a trend shows: the ends of the last thirteen months, and the last whole day. Pure. */
import { type CalendarDay, dayOf } from '@somay/shared/text/dates.ts'

const MONTHS = 13
const DAY_MS = 86_400_000

/** The oldest first; a month that ended yesterday is there once. */
export function trendDays(nowMs: number, timeZone: string): CalendarDay[] {
  const { year, month, day } = dayOf(nowMs, timeZone)
  const yesterday = calendarDay(Date.UTC(year, month - 1, day) - DAY_MS)
  const ends = Array.from({ length: MONTHS }, (_, back) => calendarDay(Date.UTC(year, month - 1 - back, 0)))
  const days = [...ends.reverse(), yesterday]
  const [last, before] = [days.at(-1), days.at(-2)]
  return last && before && last.month === before.month && last.day === before.day ? days.slice(0, -1) : days
}

function calendarDay(ms: number): CalendarDay {
  const date = new Date(ms)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}
