/** People (CBCCVC) of units from a day on, as officials told them; nobody can count them from PCs. */
import { type RawBuilder, sql } from 'kysely'
import { writeDeed } from '../deeds.ts'
import type { Database } from '../dialect/dialect.ts'

export type StaffNumber = { readonly unitId: number; readonly staff: number | null; readonly equipped: number | null }

export type StaffChanging = {
  readonly day: string
  readonly units: readonly StaffNumber[]
  readonly who: string
  readonly at: number
  mayTouch(unitId: RawBuilder<unknown>): RawBuilder<boolean>
}

/** How many units were changed; those the person may not touch are left. */
export function changeStaff({ write, dialect }: Database, { day, units, who, at, mayTouch }: StaffChanging): Promise<number> {
  return write(async (db) => {
    const columns = { unit_id: 'int', staff: 'int', equipped: 'int' } as const
    const rows = dialect.rows('j', columns, JSON.stringify(units.map(({ unitId, staff, equipped }) => [unitId, staff, equipped])))
    const { rows: mine } = await sql<{ unit_id: number; name: string; staff: number | null; equipped: number | null }>`
      select j.unit_id, unit.name, j.staff, j.equipped from ${rows} join unit on unit.id = j.unit_id where ${mayTouch(sql`unit.id`)}`.execute(
      db,
    )
    if (mine.length === 0) return 0
    await sql`
      insert into staff_number (unit_id, from_day, staff, equipped, who, at)
      select j.unit_id, ${day}, j.staff, j.equipped, ${who}, ${sql.lit(at)} from ${rows} join unit on unit.id = j.unit_id where ${mayTouch(sql`unit.id`)}
      on conflict (unit_id, from_day) do update set staff = excluded.staff, equipped = excluded.equipped, who = excluded.who, at = excluded.at`.execute(
      db,
    )
    const told = mine.map(({ name, staff, equipped }) => `${name}: ${staff ?? '?'} / ${equipped ?? '?'}`)
    await writeDeed(db, { at, who, kind: 'staff-numbers', detail: { day, numbers: told.join('; ') } })
    return mine.length
  })
}
