/** A day as a request names it, or the refusal of one that is none. */
import type { CalendarDay } from '@somay/shared/text/dates.ts'
import { dayFrom } from '@somay/shared/text/days.ts'
import { Problem } from './problem.ts'

/** `parameter` is where it stood; throws for what is no day of the calendar, such as 2026-02-30. */
export function dayAsked(parameter: string, text: string): CalendarDay {
  const day = dayFrom(text)
  if (day) return day
  throw new Problem('query-invalid', {
    vi: `${parameter}: không có ngày "${text}"; hãy viết như 2026-09-30`,
    en: `${parameter}: there is no day "${text}"; write it as 2026-09-30`,
  })
}
