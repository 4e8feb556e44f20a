/** Moves PCs to another unit, takes them out of the ledger and back in, at once or from a day gone by on, each with its event. */
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
  /** The day it holds from, its first moment and that of the next; without it the moment of the deed. */
  readonly from?: MoveDay | undefined
  /** Which PCs the mover may touch, as a condition on their unit. */
  mayTouch(unitId: RawBuilder<unknown>): RawBuilder<boolean>
}

export type MoveDay = { readonly day: string; readonly startsAt: number; readonly endsAt: number }

/** Thrown inside the transaction, so that nothing of it stands: PCs that came to where they are after that day, and when. */
export class MovedSince extends Error {
  readonly pcs: readonly { readonly name: string; readonly since: number }[]

  constructor(pcs: MovedSince['pcs']) {
    super('PCs came to where they stand after the day of the move')
    this.pcs = pcs
  }
}

/** How many were moved; those that stand there already, or may not be touched, are left where they are. */
export function movePcs({ dialect, write }: Database, { pcIds, unitId, who, at, from, mayTouch }: Moving): Promise<number> {
  return write(async (db) => {
    const asked = dialect.rows('j', { id: 'int' }, JSON.stringify(pcIds.map((id) => [id])))
    // What is read of them must still hold when they are moved.
    await dialect.holdPcs(db, sql`select j.id from ${asked}`)
    const { rows } = await sql<Standing>`
      select pc.id, pc.name, pc.unit_id, pc.retired_at,
        coalesce((select max(coalesce(s.until, s.since)) from pc_stay s where s.pc_id = pc.id), pc.enrolled_at) as since
      from pc where pc.id in (select j.id from ${asked}) and pc.merged_into is null and ${mayTouch(sql`pc.unit_id`)} order by pc.id`.execute(
      db,
    )
    const going = rows.filter(({ unit_id, retired_at }) =>
      unitId === null ? retired_at === null : retired_at !== null || unit_id !== unitId,
    )
    const late = from ? going.filter(({ since }) => since >= from.endsAt) : []
    if (late.length > 0) throw new MovedSince(late)
    await takeSteps(
      db,
      dialect,
      going.map((pc) => ({ pcId: pc.id, unitId, at: from ? momentOf(pc, from) : at })),
    )
    await writeEvents(
      db,
      dialect,
      going.map(({ id, unit_id, retired_at }) => ({
        at,
        kind: kindOf(unitId, retired_at),
        pcId: id,
        who,
        detail: { from: unit_id, ...(unitId !== null && { to: unitId }), ...(from && { day: from.day }) },
      })),
    )
    return going.length
  })
}

/** Since when it stands where it does, or no more does. */
type Standing = { id: number; name: string; unit_id: number; retired_at: number | null; since: number }

/** A PC that came on that very day goes at the moment it came: at the end of the day it counts where it went. */
function momentOf({ since }: Standing, { startsAt }: MoveDay): number {
  return Math.max(since, startsAt)
}

function kindOf(unitId: number | null, retiredAt: number | null): EventKind {
  if (unitId === null) return 'retired'
  return retiredAt === null ? 'moved' : 'returned'
}
