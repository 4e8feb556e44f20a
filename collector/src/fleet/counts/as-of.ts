/** The date and the rule of a count as asked for, or refused with what is wrong. */
import type { CountsQuery } from '@somay/shared/api/counts.ts'
import { type CalendarDay, dayOf, startOfDay } from '@somay/shared/text/dates.ts'
import { dayText } from '@somay/shared/text/days.ts'
import { ruleOf, ruleOn } from '../../counting/rule.ts'
import type { AsOf } from '../../counting/state-sql.ts'
import { dayAsked } from '../../platform/day-asked.ts'
import { Problem } from '../../platform/problem.ts'
import type { Database } from '../../store/dialect/dialect.ts'

export type CountPlace = { readonly database: Database; readonly now: () => number; readonly timeZone: string }

export async function asOfAsked(place: CountPlace, { asOf, rule: version }: CountsQuery): Promise<AsOf> {
  const { database, now, timeZone } = place
  const day = asOf === undefined ? await lastCounted(place, dayOf(now(), timeZone)) : dayCome(place, asOf)
  const rule = version === undefined ? await ruleOn(database, dayText(day)) : await ruleOf(database, version)
  if (!rule) throw wrong(`rule: không có quy tắc số ${version}`, `rule: there is no version ${version} of the rule`)
  return { day, rule, timeZone }
}

/** A day that is not still to come, as `asOf` names it; today where it names none. */
export function dayCome({ now, timeZone }: Pick<CountPlace, 'now' | 'timeZone'>, asOf: string | undefined): CalendarDay {
  const today = dayOf(now(), timeZone)
  const day = asOf === undefined ? today : dayAsked('asOf', asOf)
  if (dayText(day) > dayText(today)) throw wrong(`asOf: ${asOf} chưa tới`, `asOf: ${asOf} is still to come`)
  return day
}

/** Whether the day is over by the collector's clock: until then every check-in may change its figures. */
export function isOver({ now, timeZone }: Pick<CountPlace, 'now' | 'timeZone'>, day: CalendarDay): boolean {
  return dayText(day) < dayText(dayOf(now(), timeZone))
}

/** The last whole day: today is not over, and its figure would change with every check-in. A ledger of today has no other. */
async function lastCounted({ database, timeZone }: CountPlace, today: CalendarDay): Promise<CalendarDay> {
  const start = startOfDay(today, timeZone)
  const before = await database.read.selectFrom('pc_stay').select('pc_id').where('since', '<', start).limit(1).executeTakeFirst()
  return before ? dayOf(start - 1, timeZone) : today
}

function wrong(vi: string, en: string): Problem {
  return new Problem('query-invalid', { vi, en })
}
