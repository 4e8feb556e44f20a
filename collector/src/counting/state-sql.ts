/** What each PC was on a date, as SQL over its stay and its days of presence: the one place where the rule becomes a state. */
import { type CalendarDay, startOfDay } from '@somay/shared/text/dates.ts'
import { type RawBuilder, sql } from 'kysely'
import type { CountRule } from '../store/count-rules.ts'
import type { PresenceBit } from '../store/reports/incoming.ts'
import { type MonthDays, windowOf } from './window.ts'

export type AsOf = { readonly day: CalendarDay; readonly rule: CountRule; readonly timeZone: string }

export type Counted = {
  /** pc_stay `s` with what the state is read from. */
  readonly tables: RawBuilder<unknown>
  /** PCs that were in the ledger at the end of the day. */
  readonly present: RawBuilder<boolean>
  /** One of COUNT_STATES. */
  readonly state: RawBuilder<string>
}

export function countedAsOf({ day, rule, timeZone }: AsOf): Counted {
  const end = startOfDay({ ...day, day: day.day + 1 }, timeZone) - 1
  const silentSince = startOfDay({ ...day, day: day.day - rule.silentDays + 1 }, timeZone)
  const window = windowOf(day, rule.windowDays)
  const hearing = windowOf(day, rule.silentDays)
  const months = [...new Set([...window, ...hearing].map(({ month }) => month))]
  const alias = (month: number) => `p${months.indexOf(month)}`
  const any = (days: readonly MonthDays[], bits: readonly PresenceBit[]) =>
    sql`(${sql.join(
      days.flatMap(({ month, days: mask }) =>
        bits.map((bit) => sql`(coalesce(${sql.ref(`${alias(month)}.${bit}`)}, 0) & ${sql.lit(mask)})`),
      ),
      sql` | `,
    )}) <> 0`
  const joins = months.map(
    (month) =>
      sql`left join presence ${sql.ref(alias(month))} on ${sql.ref(`${alias(month)}.pc_id`)} = s.pc_id and ${sql.ref(`${alias(month)}.month`)} = ${sql.lit(month)}`,
  )
  return {
    tables: sql`pc_stay s left join pc_exemption x on x.pc_id = s.pc_id and x.since <= ${end} and (x.until is null or x.until > ${end}) ${sql.join(joins, sql` `)}`,
    present: sql<boolean>`s.since <= ${end} and (s.until is null or s.until > ${end})`,
    // The first that holds. Of a PC that joined a moment ago nobody can say yet that it keeps silent.
    state: sql<string>`case
      when x.pc_id is not null then 'exempt'
      when ${any(window, ['internet'])} then 'internet'
      when not ${any(hearing, ['powered', 'reached'])} then case when s.enrolled_at < ${silentSince} then 'silent' else 'unknown' end
      when ${any(window, ['reached'])} then 'wan-only'
      when ${any(window, ['lan'])} then 'lan-only'
      when ${any(window, ['sampled'])} then 'stand-alone'
      else 'unknown' end`,
  }
}
