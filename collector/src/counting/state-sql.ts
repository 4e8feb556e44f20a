/** What each PC was on a date, as SQL over its stay and its days of presence: the one place where the rule becomes a state. */
import { type CalendarDay, startOfDay } from '@somay/shared/text/dates.ts'
import { type RawBuilder, sql } from 'kysely'
import type { PresenceBit } from '../store/reports/incoming.ts'
import type { CountRule } from './rule.ts'
import { ALL_DAYS, DAYS, type MonthDays, windowOf } from './window.ts'

export type AsOf = { readonly day: CalendarDay; readonly rule: CountRule; readonly timeZone: string }

export type Counted = {
  /** Whether a stay `s` (pc_stay) was one at the end of the day. */
  readonly present: RawBuilder<boolean>
  /** One of COUNT_STATES. */
  readonly state: RawBuilder<string>
  /** The last day on record up to the date on which it had internet, and on which it said anything: for `dayOfRecord`, null for none. */
  readonly internetOn: RawBuilder<number | null>
  readonly heardOn: RawBuilder<number | null>
}

export function countedAsOf({ day, rule, timeZone }: AsOf): Counted {
  const end = startOfDay({ ...day, day: day.day + 1 }, timeZone) - 1
  const silentSince = startOfDay({ ...day, day: day.day - rule.silentDays + 1 }, timeZone)
  const [window, silence] = [windowOf(day, rule.windowDays), windowOf(day, rule.silentDays)]
  return {
    present: sql<boolean>`s.since <= ${end} and (s.until is null or s.until > ${end})`,
    // The first that holds. Of a PC that joined a moment ago nobody can say yet that it keeps silent.
    state: sql<string>`case
      when exists (select 1 from pc_exemption x where x.pc_id = s.pc_id and x.since <= ${end} and (x.until is null or x.until > ${end})) then 'exempt'
      when ${any(window, 'internet')} then 'internet'
      when not ${any(silence, 'powered', 'reached')} then case when s.enrolled_at < ${silentSince} then 'silent' else 'unknown' end
      when ${any(window, 'reached')} then 'wan-only'
      when ${any(window, 'lan')} then 'lan-only'
      when ${any(window, 'sampled')} then 'stand-alone'
      else 'unknown' end`,
    internetOn: lastDay(day, 'internet'),
    heardOn: lastDay(day, 'powered', 'reached'),
  }
}

/** Month by month, newest first, so that the first with such a day ends the search: that is most often the first of all. */
function any(window: readonly MonthDays[], ...bits: readonly PresenceBit[]): RawBuilder<boolean> {
  const months = window.map(
    ({ month, days }) =>
      sql`exists (select 1 from presence p where p.pc_id = s.pc_id and p.month = ${sql.lit(month)} and (${told(bits)}) & ${sql.lit(days)} <> 0)`,
  )
  return sql<boolean>`(${sql.join(months, sql` or `)})`
}

/** Month and days of the newest month that has any, in one number: the days are the last 32 bits. */
function lastDay({ year, month, day }: CalendarDay, ...bits: readonly PresenceBit[]): RawBuilder<number | null> {
  const [{ month: last, days } = { month: 0, days: 0 }] = windowOf({ year, month, day }, day)
  const found = sql`(${told(bits)}) & case when p.month = ${sql.lit(last)} then ${sql.lit(days)} else ${sql.lit(ALL_DAYS)} end`
  return sql<number | null>`(select p.month * ${sql.lit(DAYS)} + (${found}) from presence p
    where p.pc_id = s.pc_id and p.month <= ${sql.lit(last)} and (${found}) <> 0 order by p.month desc limit 1)`
}

function told(bits: readonly PresenceBit[]): RawBuilder<number> {
  return sql<number>`${sql.join(
    bits.map((bit) => sql.ref(`p.${bit}`)),
    sql` | `,
  )}`
}
