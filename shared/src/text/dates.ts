/** Dates as people read them: dd/mm/yyyy and "3 hours ago"; the time zone is always an argument. */
import { formatNumber } from './numbers.ts'
import type { Language } from './words.ts'

export const DEFAULT_TIME_ZONE = 'Asia/Ho_Chi_Minh'

export type CalendarDay = { year: number; month: number; day: number }

// Every time zone in use is offset by whole quarter hours and changes only at their edges.
const QUARTER_HOUR_MS = 900_000

// 13 months of quarter hours is 38,000; beyond that the cache of a zone starts anew.
const CACHED_QUARTERS = 50_000

const offsets = new Map<string, { formatter: Intl.DateTimeFormat; ofQuarter: Map<number, number> }>()

/** How far the zone's clocks are ahead of UTC at an instant, in ms. Intl is asked once per quarter hour: it takes 50 times as long. */
function offsetMs(atMs: number, timeZone: string): number {
  let zone = offsets.get(timeZone)
  if (!zone) {
    const formatter = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    })
    zone = { formatter, ofQuarter: new Map() }
    offsets.set(timeZone, zone)
  }
  const quarter = Math.floor(atMs / QUARTER_HOUR_MS)
  const known = zone.ofQuarter.get(quarter)
  if (known !== undefined) return known
  const startMs = quarter * QUARTER_HOUR_MS
  const parts = Object.fromEntries(zone.formatter.formatToParts(startMs).map((part) => [part.type, Number(part.value)]))
  const wallMs = Date.UTC(parts.year ?? 0, (parts.month ?? 1) - 1, parts.day, parts.hour, parts.minute)
  if (zone.ofQuarter.size >= CACHED_QUARTERS) zone.ofQuarter.clear()
  zone.ofQuarter.set(quarter, wallMs - startMs)
  return wallMs - startMs
}

/** The wall clock of a zone at an instant, as a Date whose UTC fields show it: what a spreadsheet, which knows no zones, needs. */
export function wallClock(atMs: number, timeZone: string): Date {
  return new Date(atMs + offsetMs(atMs, timeZone))
}

/** The calendar day of an instant in a time zone. */
export function dayOf(atMs: number, timeZone: string): CalendarDay {
  const wall = wallClock(atMs, timeZone)
  return { year: wall.getUTCFullYear(), month: wall.getUTCMonth() + 1, day: wall.getUTCDate() }
}

/** The first moment of a calendar day on the clocks of a zone; a day beyond the end of its month is one of the next. */
export function startOfDay({ year, month, day }: CalendarDay, timeZone: string): number {
  const utc = Date.UTC(year, month - 1, day)
  // The offset at the moment itself, and not hours away from it, where the clocks may have been changed in between.
  const near = utc - offsetMs(utc, timeZone)
  return utc - offsetMs(near, timeZone)
}

const two = (number: number): string => String(number).padStart(2, '0')

/** "30/09/2016" in both languages, as Vietnamese offices and British English write it. */
export function formatDate(atMs: number, timeZone: string): string {
  const { year, month, day } = dayOf(atMs, timeZone)
  return `${two(day)}/${two(month)}/${year}`
}

/** "30/09/2016 14:05". */
export function formatDateTime(atMs: number, timeZone: string): string {
  const wall = wallClock(atMs, timeZone)
  return `${formatDate(atMs, timeZone)} ${two(wall.getUTCHours())}:${two(wall.getUTCMinutes())}`
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
