/** Moves PCs to another unit, takes them out of the ledger and back in, each with its event. */
import { type RawBuilder, sql } from 'kysely'
import type { Database } from './dialect/dialect.ts'
import { type EventKind, writeEvents } from './events.ts'
import { takeSteps } from './stays.ts'

export type Moving = {
  readonly pcIds: readonly number[]
  /** Null takes them out of the ledger. */
  readonly unitId: number | null
  readonly who: string
  readonly at: number
  /** Which PCs the mover may touch, as a condition on their unit. */
  mayTouch(unitId: RawBuilder<unknown>): RawBuilder<boolean>
}

/** How many were moved; those that stand there already, or may not be touched, are left where they are. */
export function movePcs({ dialect, write }: Database, { pcIds, unitId, who, at, mayTouch }: Moving): Promise<number> {
  return write(async (db) => {
    const asked = dialect.rows('j', { id: 'int' }, JSON.stringify(pcIds.map((id) => [id])))
    const { rows } = await sql<{ id: number; unit_id: number; retired_at: number | null }>`
      select pc.id, pc.unit_id, pc.retired_at from pc where pc.id in (select j.id from ${asked}) and pc.merged_into is null and ${mayTouch(sql`pc.unit_id`)} order by pc.id`.execute(
      db,
    )
    const going = rows.filter(({ unit_id, retired_at }) =>
      unitId === null ? retired_at === null : retired_at !== null || unit_id !== unitId,
    )
    await takeSteps(
      db,
      dialect,
      going.map(({ id }) => ({ pcId: id, unitId, at })),
    )
    await writeEvents(
      db,
      dialect,
      going.map(({ id, unit_id, retired_at }) => ({
        at,
        kind: kindOf(unitId, retired_at),
        pcId: id,
        who,
        detail: { from: unit_id, ...(unitId !== null && { to: unitId }) },
      })),
    )
    return going.length
  })
}

function kindOf(unitId: number | null, retiredAt: number | null): EventKind {
  if (unitId === null) return 'retired'
  return retiredAt === null ? 'moved' : 'returned'
}
