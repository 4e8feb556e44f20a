/** Dates as people read them: dd/mm/yyyy and "3 hours ago"; the time zone is always an argument. */

import { formatNumber } from './numbers.ts'
import type { Language } from './words.ts'

export const DEFAULT_TIME_ZONE = 'Asia/Ho_Chi_Minh'

export type CalendarDay = { year: number; month: number; day: number }

const formatters = new Map<string, Intl.DateTimeFormat>()

function partsOf(atMs: number, timeZone: string): Record<string, string> {
  let formatter = formatters.get(timeZone)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    })
    formatters.set(timeZone, formatter)
  }
  return Object.fromEntries(formatter.formatToParts(atMs).map((part) => [part.type, part.value]))
}

/** The calendar day of an instant in a time zone. */
export function dayOf(atMs: number, timeZone: string): CalendarDay {
  const parts = partsOf(atMs, timeZone)
  return { year: Number(parts.year), month: Number(parts.month), day: Number(parts.day) }
}

/** "30/09/2016" in both languages, as Vietnamese offices and British English write it. */
export function formatDate(atMs: number, timeZone = DEFAULT_TIME_ZONE): string {
  const parts = partsOf(atMs, timeZone)
  return `${parts.day}/${parts.month}/${parts.year}`
}

/** "30/09/2016 14:05". */
export function formatDateTime(atMs: number, timeZone = DEFAULT_TIME_ZONE): string {
  const parts = partsOf(atMs, timeZone)
  return `${parts.day}/${parts.month}/${parts.year} ${parts.hour}:${parts.minute}`
}

const AGES: readonly { ms: number; vi: string; en: readonly [string, string] }[] = [
  { ms: 86_400_000, vi: 'ngày', en: ['day', 'days'] },
  { ms: 3_600_000, vi: 'giờ', en: ['hour', 'hours'] },
  { ms: 60_000, vi: 'phút', en: ['minute', 'minutes'] },
]

/** "3 giờ trước" or "3 hours ago"; below a minute "vừa xong" or "just now". */
export function formatAge(atMs: number, nowMs: number, language: Language): string {
  const elapsedMs = nowMs - atMs
  for (const age of AGES) {
    const count = Math.floor(elapsedMs / age.ms)
    if (count < 1) continue
    const number = formatNumber(count, language)
    return language === 'vi' ? `${number} ${age.vi} trước` : `${number} ${age.en[count === 1 ? 0 : 1]} ago`
  }
  return language === 'vi' ? 'vừa xong' : 'just now'
}
