/** What each PC was on a date beside its connectivity, as SQL over `m`: its measures of now, or those kept of that time (pc_condition). */
import type { Aspect } from '@somay/shared/text/conditions.ts'
import { startOfDay } from '@somay/shared/text/dates.ts'
import { daysBack, dayText } from '@somay/shared/text/days.ts'
import { KNOWN_DAYS } from '@somay/shared/text/patches.ts'
import { type RawBuilder, sql } from 'kysely'
import type { AsOf } from './state-sql.ts'

/** One of SUPPORT_STATES on a day, "2026-09-30". Ends of support include their day. */
export function supportState(on: string): RawBuilder<string> {
  return sql<string>`case when m.support_ends_on is null then 'unknown' when m.support_ends_on >= ${on} then 'supported'
    when m.extended_ends_on is null then 'unknown' when m.extended_ends_on >= ${on} then 'extended' else 'ended' end`
}

/** One of PATCH_AGES on a day. */
export function patchAge(on: string): RawBuilder<string> {
  return sql<string>`case when m.missing_since > ${on} then 'none' when m.missing_since >= ${daysBack(on, 30)} then 'up-to-30'
    when m.missing_since >= ${daysBack(on, 90)} then 'up-to-90' when m.missing_since is not null then 'over-90'
    when m.patched_until >= ${daysBack(on, KNOWN_DAYS)} then 'none' else 'unknown' end`
}

/** One of CASINGS. */
const casing = sql<string>`case when m.nature in ('virtual', 'server') then 'other' when m.portable is null then 'unknown'
  when m.portable = 1 then 'laptop' else 'desktop' end`

/** One of CASINGS too: what the books say of an asset `e` (register_entry) that no agent told of. Its system and updates nobody knows. */
export const casingInBooks: RawBuilder<string> = sql<string>`case when e.kind in ('laptop', 'tablet') then 'laptop'
  when e.kind in ('desktop', 'all-in-one', 'mini') then 'desktop' when e.kind in ('server', 'virtual') then 'other' else 'unknown' end`

export type ConditionsAsOf = {
  /** What was known at the end of the day of the PC of a stay `s`: to be joined on the left, for of many nothing was. */
  readonly known: RawBuilder<unknown>
  /** One of the values of CONDITIONS each. */
  readonly values: Readonly<Record<Aspect, RawBuilder<string>>>
}

export function conditionsAsOf({ day, timeZone }: Pick<AsOf, 'day' | 'timeZone'>): ConditionsAsOf {
  const end = startOfDay({ ...day, day: day.day + 1 }, timeZone) - 1
  const on = dayText(day)
  return {
    // The last that began by then, found by the key: a PC has a row for every update it ever took.
    known: sql`pc_condition m on m.pc_id = s.pc_id and (m.until is null or m.until > ${end})
      and m.since = (select c.since from pc_condition c where c.pc_id = s.pc_id and c.since <= ${end} order by c.since desc limit 1)`,
    values: { casing, support: supportState(on), patchAge: patchAge(on) },
  }
}
