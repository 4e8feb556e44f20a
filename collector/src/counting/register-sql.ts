/** What the register adds to a count on a date: PCs that ought to exist and of which no agent ever told, as SQL over its entries. */
import { startOfDay } from '@somay/shared/text/dates.ts'
import { dayText } from '@somay/shared/text/days.ts'
import { type RawBuilder, sql } from 'kysely'
import type { AsOf } from './state-sql.ts'

export type Registered = {
  /** Whether an entry `e` (register_entry) stood on the day, and no PC that was in the ledger then is it: what left it without leaving the books is in the books alone. */
  readonly listed: RawBuilder<boolean>
  /** One of COUNT_STATES. */
  readonly state: RawBuilder<string>
}

export function registeredAsOf({ day, timeZone }: Pick<AsOf, 'day' | 'timeZone'>): Registered {
  const end = startOfDay({ ...day, day: day.day + 1 }, timeZone) - 1
  const text = dayText(day)
  const standing = sql<boolean>`exists (select 1 from pc_stay s
    where s.pc_id = e.pc_id and s.since <= ${end} and (s.until is null or s.until > ${end}))`
  return {
    listed: sql<boolean>`e.from_day <= ${text} and (e.until_day is null or e.until_day > ${text}) and (e.pc_since is null or e.pc_since > ${end} or (e.pc_away = 1 and not ${standing}))`,
    // By law no agent comes to such a PC, so the register is all that ever tells of it.
    state: sql<string>`case when e.exempt = 1 then 'exempt' else 'register-only' end`,
  }
}
