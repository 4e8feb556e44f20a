/** What a day of the calendar shows: the most that is known of it. Pure. */
import type { Presence } from '@somay/shared/api/presence.ts'

export type Month = Presence['months'][number]
export type DayKind = 'internet' | 'reached' | 'lan' | 'sampled' | 'powered'

/** From the most to the least: what comes first is shown. */
export const DAY_KINDS: readonly DayKind[] = ['internet', 'reached', 'lan', 'sampled', 'powered']

/** The kinds of the days of a month, from the first to its last; undefined where nothing was heard. */
export function daysOf(month: Month): (DayKind | undefined)[] {
  const length = new Date(Date.UTC(Math.floor(month.month / 100), month.month % 100, 0)).getUTCDate()
  return Array.from({ length }, (_, day) => DAY_KINDS.find((kind) => isSet(month[kind], day)))
}

export function countOf(days: number): number {
  return Array.from({ length: 31 }, (_, day) => isSet(days, day)).filter(Boolean).length
}

function isSet(days: number, day: number): boolean {
  return ((days >>> day) & 1) === 1
}
