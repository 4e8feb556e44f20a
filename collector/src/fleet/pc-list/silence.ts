/** When a PC is silent: one threshold for lists and counts, that of the rule by which today is counted. */
import { dayOf, startOfDay } from '@somay/shared/text/dates.ts'
import { dayText } from '@somay/shared/text/days.ts'
import { ruleOn } from '../../counting/rule.ts'
import type { Database } from '../../store/dialect/dialect.ts'

/** The moment now, and since when a PC must have been heard of: from the first of the days of the rule. */
export async function momentOf(database: Database, at: number, timeZone: string): Promise<{ at: number; silentBefore: number }> {
  const today = dayOf(at, timeZone)
  const { silentDays } = await ruleOn(database, dayText(today))
  return { at, silentBefore: startOfDay({ ...today, day: today.day - silentDays + 1 }, timeZone) }
}
