/** Dates as people read them: dd/mm/yyyy and "3 hours ago"; the time zone is always an argument. */
import { formatNumber } from './numbers.ts'
import type { Language } from './words.ts'

export const DEFAULT_TIME_ZONE = 'Asia/Ho_Chi_Minh'

export type CalendarDay = { year: number; month: number; day: number }

const DAY_MS = 86_400_000

// Every time zone in use is offset by whole quarter hours and changes only at their edges, and never twice within a day.
const QUARTER_HOUR_MS = 900_000

// A century of days; beyond that the cache of a zone starts anew.
const CACHED_OFFSETS = 40_000

type Zone = { readonly formatter: Intl.DateTimeFormat; readonly offsets: Map<number, number> }

const zones = new Map<string, Zone>()

/** How far the zone's clocks are ahead of UTC at an instant, in ms. Intl is asked once per day, at its edge: it takes 50 times as long. */
function offsetMs(atMs: number, timeZone: string): number {
  const zone = zones.get(timeZone) ?? newZone(timeZone)
  const day = Math.floor(atMs / DAY_MS) * DAY_MS
  const offset = offsetAt(day, zone)
  // On a day on which the clocks are changed, by the quarter hour.
  return offset === offsetAt(day + DAY_MS, zone) ? offset : offsetAt(Math.floor(atMs / QUARTER_HOUR_MS) * QUARTER_HOUR_MS, zone)
}

function newZone(timeZone: string): Zone {
  const two = '2-digit'
  const formatter = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: two,
    day: two,
    hour: two,
    minute: two,
  })
  const zone = { formatter, offsets: new Map<number, number>() }
  zones.set(timeZone, zone)
  return zone
}

function offsetAt(edgeMs: number, { formatter, offsets }: Zone): number {
  const known = offsets.get(edgeMs)
  if (known !== undefined) return known
  const parts = Object.fromEntries(formatter.formatToParts(edgeMs).map((part) => [part.type, Number(part.value)]))
  const offset = Date.UTC(parts.year ?? 0, (parts.month ?? 1) - 1, parts.day, parts.hour, parts.minute) - edgeMs
  if (offsets.size >= CACHED_OFFSETS) offsets.clear()
  offsets.set(edgeMs, offset)
  return offset
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
