/** People (CBCCVC) of units from a day on, as officials told them; nobody can count them from PCs. */
import { type RawBuilder, sql } from 'kysely'
import { writeDeed } from '../deeds.ts'
import type { Database } from '../dialect/dialect.ts'

export type StaffNumber = {
  readonly unitId: number
  readonly staff: number | null
  readonly equipped: number | null
  readonly leaders: number | null
  readonly licensedAntivirus: number | null
}

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
    const columns = { unit_id: 'int', staff: 'int', equipped: 'int', leaders: 'int', licensed_antivirus: 'int' } as const
    const rows = dialect.rows(
      'j',
      columns,
      JSON.stringify(
        units.map(({ unitId, staff, equipped, leaders, licensedAntivirus }) => [unitId, staff, equipped, leaders, licensedAntivirus]),
      ),
    )
    const { rows: mine } = await sql<Told>`
      select j.unit_id, unit.name, j.staff, j.equipped, j.leaders, j.licensed_antivirus, n.staff as old_staff, n.equipped as old_equipped,
        n.leaders as old_leaders, n.licensed_antivirus as old_licensed_antivirus, n.from_day as old_day
      from ${rows} join unit on unit.id = j.unit_id
      left join staff_number n on n.unit_id = j.unit_id
        and n.from_day = (select max(x.from_day) from staff_number x where x.unit_id = j.unit_id and x.from_day <= ${day})
      where ${mayTouch(sql`unit.id`)} order by unit.order_no, unit.id`.execute(db)
    if (mine.length === 0) return 0
    await sql`
      insert into staff_number (unit_id, from_day, staff, equipped, leaders, licensed_antivirus, who, at)
      select j.unit_id, ${day}, j.staff, j.equipped, j.leaders, j.licensed_antivirus, ${who}, ${sql.lit(at)} from ${rows}
        join unit on unit.id = j.unit_id where ${mayTouch(sql`unit.id`)}
      on conflict (unit_id, from_day) do update set staff = excluded.staff, equipped = excluded.equipped, leaders = excluded.leaders,
        licensed_antivirus = excluded.licensed_antivirus, who = excluded.who, at = excluded.at`.execute(db)
    await writeDeed(db, { at, who, kind: 'staff-numbers', detail: { day, ...changesOf(mine) } })
    return mine.length
  })
}

/** What is told of a unit, and what had been told of it for that day; `old_day` is null when nobody had. */
type Told = {
  unit_id: number
  name: string
  staff: number | null
  equipped: number | null
  leaders: number | null
  licensed_antivirus: number | null
  old_staff: number | null
  old_equipped: number | null
  old_leaders: number | null
  old_licensed_antivirus: number | null
  old_day: string | null
}

/** By the name of the unit, "30 / 27 / 4 / 25": people, those with a PC, those of groups I-VI, PCs with a licence of protection; what is not known is a question mark. */
function changesOf(told: readonly Told[]): { old: Record<string, string | null>; new: Record<string, string> } {
  const bearers = Map.groupBy(told, ({ name }) => name)
  const nameOf = ({ name, unit_id }: Told) => (bearers.get(name)?.length === 1 ? name : `${name} (#${unit_id})`)
  const said = (...numbers: readonly (number | null)[]) => numbers.map((number) => number ?? '?').join(' / ')
  return {
    old: Object.fromEntries(
      told.map((one) => [
        nameOf(one),
        one.old_day === null ? null : said(one.old_staff, one.old_equipped, one.old_leaders, one.old_licensed_antivirus),
      ]),
    ),
    new: Object.fromEntries(told.map((one) => [nameOf(one), said(one.staff, one.equipped, one.leaders, one.licensed_antivirus)])),
  }
}
