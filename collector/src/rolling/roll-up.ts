/** Counts ahead what trends show, day by day; harmless when several collectors do it, or when it is broken off. */
import { randomUUID } from 'node:crypto'
import type { CalendarDay } from '@somay/shared/text/dates.ts'
import { dayText } from '@somay/shared/text/days.ts'
import { ruleOn } from '../counting/rule.ts'
import type { AsOf } from '../counting/state-sql.ts'
import type { Database } from '../store/dialect/dialect.ts'
import { claimDay, keepRolled, type RolledCounts, rememberIn } from '../store/rolled-counts.ts'

export type RollUp = {
  readonly database: Database
  readonly now: () => number
  readonly timeZone: string
  /** Counts all units of a day: the query the live counts are made with. */
  readonly count: (asOf: AsOf) => Promise<RolledCounts>
}

/** A count of a million PCs takes seconds; who claims it for longer was broken off. */
const BROKEN_OFF_MS = 600_000

/** How many of the days were counted now; those still kept are left as they are. */
export async function rollUp({ database, now, timeZone, count }: RollUp, days: readonly CalendarDay[]): Promise<number> {
  await rememberIn(database, timeZone)
  let rolled = 0
  for (const day of days) {
    const text = dayText(day)
    const rule = await ruleOn(database, text)
    const key = { day: text, ruleVersion: rule.version }
    const claim = randomUUID()
    const claimedAt = now()
    if (!(await claimDay(database, key, { claim, at: claimedAt, staleBefore: claimedAt - BROKEN_OFF_MS }))) continue
    const asOf: AsOf = { day, rule, timeZone }
    if (await keepRolled(database, key, { claim, claimedAt, counts: await count(asOf), at: now() })) rolled++
  }
  return rolled
}
