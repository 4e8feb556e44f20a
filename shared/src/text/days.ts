/** Calendar days as texts that sort: "2026-09-30". */
import { type CalendarDay, dayOf } from './dates.ts'

export function dayText({ year, month, day }: CalendarDay): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** Undefined for what is no day of the calendar, such as 2026-02-30. */
export function dayFrom(text: string): CalendarDay | undefined {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number)
  return dayText(dayOf(Date.UTC(year, month - 1, day), 'UTC')) === text ? { year, month, day } : undefined
}

/** "30/09/2026", as both languages write it. */
export function formatDay(text: string): string {
  return text.split('-').reverse().join('/')
}

const DAY_MS = 86_400_000

/** "2026-02-28" of "2026-03-01". */
export function dayBefore(text: string): string {
  return daysBack(text, 1)
}

/** "2026-08-31" of "2026-09-30" and 30. */
export function daysBack(text: string, days: number): string {
  return new Date(Date.parse(text) - days * DAY_MS).toISOString().slice(0, 10)
}

/** 30 of "2026-08-31" and "2026-09-30"; below 0 where the first comes after the second. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)
}
