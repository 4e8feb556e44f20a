/** Marks PCs as ones that by law must not be connected (máy mật), and takes the mark off, each with its event; counts follow from that moment on. */
import { type RawBuilder, sql } from 'kysely'
import type { Database } from './dialect/dialect.ts'
import { writeEvents } from './events.ts'
import { forgetRolledSince } from './rolled-counts.ts'

export type Exempting = {
  readonly pcIds: readonly number[]
  readonly exempt: boolean
  readonly who: string
  readonly at: number
  /** Which PCs the person may touch, as a condition on their unit. */
  mayTouch(unitId: RawBuilder<unknown>): RawBuilder<boolean>
}

/** How many were changed; those that stand so already, or may not be touched, are left as they are. */
export function exemptPcs({ dialect, write }: Database, { pcIds, exempt, who, at, mayTouch }: Exempting): Promise<number> {
  return write(async (db) => {
    const asked = dialect.rows('j', { id: 'int' }, JSON.stringify(pcIds.map((id) => [id])))
    const marked = sql`exists (select 1 from pc_exemption x where x.pc_id = pc.id and x.until is null)`
    const { rows } = await sql<{ id: number }>`
      select pc.id from pc where pc.id in (select j.id from ${asked}) and ${mayTouch(sql`pc.unit_id`)}
        and ${exempt ? sql`not ${marked}` : marked} order by pc.id`.execute(db)
    if (rows.length === 0) return 0
    const changed = dialect.rows('j', { id: 'int' }, JSON.stringify(rows.map(({ id }) => [id])))
    await (exempt
      ? sql`insert into pc_exemption (pc_id, since, until) select j.id, ${sql.lit(at)}, null from ${changed} where true`
      : sql`update pc_exemption set until = ${at} where until is null and pc_id in (select j.id from ${changed})`
    ).execute(db)
    await forgetRolledSince(db, dialect, at)
    const kind = exempt ? ('exempted' as const) : ('exemption-ended' as const)
    await writeEvents(
      db,
      dialect,
      rows.map(({ id }) => ({ at, kind, pcId: id, who, detail: {} })),
    )
    return rows.length
  })
}
