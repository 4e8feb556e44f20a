/** A PC whose asset the register marks as not to be connected (máy mật) is marked too, from the day of that list on; taking a mark off is left to people, and stays. */
import { type CalendarDay, startOfDay } from '@somay/shared/text/dates.ts'
import { dayFrom } from '@somay/shared/text/days.ts'
import { type Kysely, sql } from 'kysely'
import type { Dialect } from '../dialect/dialect.ts'
import { writeEvents } from '../events.ts'
import { forgetRolledSince } from '../rolled-counts.ts'
import type { Tables } from '../tables.ts'

/** Of the `timeZone` are the days of lists. */
export type Marking = { readonly who: string; readonly at: number; readonly timeZone: string }

type Marked = { pc_id: number; from_day: string; pc_since: number | null }

export async function markExempt(db: Kysely<Tables>, dialect: Dialect, { who, at, timeZone }: Marking): Promise<void> {
  // The first day of the lists that mark it without one between that does not. Who took a mark off knew of the list and the match that stood then.
  const { rows } = await sql<Marked>`
    select m.pc_id, e.pc_since,
      (select min(x.from_day) from register_entry x where x.item_id = e.item_id and x.exempt = 1 and not exists (
        select 1 from register_entry y where y.item_id = x.item_id and y.exempt = 0 and y.from_day > x.from_day)) as from_day
    from register_entry e join register_match m on m.item_id = e.item_id join register_import i on i.id = e.import_id
    where e.until_day is null and e.exempt = 1 and not exists (
      select 1 from pc_exemption x where x.pc_id = m.pc_id and (x.until is null or (x.until >= i.at and x.until >= m.at)))`.execute(db)
  if (rows.length === 0) return
  const marks = rows.map(({ pc_id, from_day, pc_since }) => ({
    pcId: pc_id,
    since: Math.min(at, Math.max(startOfDay(dayFrom(from_day) as CalendarDay, timeZone), pc_since ?? 0)),
  }))
  const told = dialect.rows('j', { pc_id: 'int', since: 'int' }, JSON.stringify(marks.map(({ pcId, since }) => [pcId, since])))
  await sql`
    insert into pc_exemption (pc_id, since, until) select j.pc_id, j.since, null from ${told} where true
    on conflict (pc_id, since) do update set until = null`.execute(db)
  await forgetRolledSince(db, dialect, Math.min(...marks.map(({ since }) => since)))
  await writeEvents(
    db,
    dialect,
    marks.map(({ pcId, since }) => ({ at, kind: 'exempted' as const, pcId, who, detail: { register: true, since } })),
  )
}
