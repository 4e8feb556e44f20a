/** Where each PC stands from when to when: the ground of every count of a past date. */
import { type Kysely, sql } from 'kysely'
import type { Dialect } from './dialect/dialect.ts'
import { refreshPcTimes } from './register/pc-times.ts'
import { forgetRolledSince } from './rolled-counts.ts'
import type { Tables } from './tables.ts'

export type NewStay = { readonly pcId: number; readonly unitId: number; readonly since: number; readonly enrolledAt: number }

export async function beginStays(db: Kysely<Tables>, dialect: Dialect, stays: readonly NewStay[]): Promise<void> {
  if (stays.length === 0) return
  const columns = { pc_id: 'int', unit_id: 'int', since: 'int', enrolled_at: 'int' } as const
  const rows = stays.map(({ pcId, unitId, since, enrolledAt }) => [pcId, unitId, since, enrolledAt])
  await sql`
    insert into pc_stay (pc_id, since, unit_id, enrolled_at) select j.pc_id, j.since, j.unit_id, j.enrolled_at
    from ${dialect.rows('j', columns, JSON.stringify(rows))}`.execute(db)
  await forgetRolledSince(db, dialect, Math.min(...stays.map(({ since }) => since)))
}

/** PCs that go to another unit (`unitId`) or leave the ledger (null) at a moment not before their last step. */
export type Step = { readonly pcId: number; readonly unitId: number | null; readonly at: number }

/** At most one step a PC; one that stands where it should stays as it is. */
export async function takeSteps(db: Kysely<Tables>, dialect: Dialect, steps: readonly Step[]): Promise<void> {
  if (steps.length === 0) return
  const rows = dialect.rows(
    'j',
    { pc_id: 'int', unit_id: 'int', at: 'int' },
    JSON.stringify(steps.map(({ pcId, unitId, at }) => [pcId, unitId, at])),
  )
  await dialect.holdPcs(db, sql`select j.pc_id from ${rows}`)
  const another = sql`(j.unit_id is null or j.unit_id <> pc_stay.unit_id)`
  // What began at the very moment never was; it goes, so that the next may begin there.
  await sql`delete from pc_stay where exists (select 1 from ${rows} where j.pc_id = pc_stay.pc_id and j.at = pc_stay.since and ${another})`.execute(
    db,
  )
  await sql`
    update pc_stay set until = j.at from ${rows}
    where pc_stay.pc_id = j.pc_id and pc_stay.until is null and ${another}`.execute(db)
  await sql`
    insert into pc_stay (pc_id, since, unit_id, enrolled_at) select j.pc_id, j.at, j.unit_id, pc.enrolled_at
    from ${rows} join pc on pc.id = j.pc_id
    where j.unit_id is not null and not exists (select 1 from pc_stay s where s.pc_id = j.pc_id and s.until is null)`.execute(db)
  // Today's unit, for the lists.
  await sql`
    update pc set unit_id = coalesce(j.unit_id, pc.unit_id), retired_at = case when j.unit_id is null then j.at else null end
    from ${rows} where pc.id = j.pc_id`.execute(db)
  await sql`update pc_search set unit_id = j.unit_id from ${rows} where pc_search.pc_id = j.pc_id and j.unit_id is not null`.execute(db)
  await refreshPcTimes(db, sql`select e.item_id from ${rows} join register_entry e on e.pc_id = j.pc_id`)
  await forgetRolledSince(db, dialect, Math.min(...steps.map(({ at }) => at)))
}
