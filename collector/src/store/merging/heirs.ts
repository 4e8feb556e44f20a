/** Where PCs of units that ended went: the first successor, from the day on. */
import type { Kysely } from 'kysely'
import type { Tables } from '../tables.ts'
import type { Stay } from './stays.ts'

/** By the id of a unit that ended: its first successor, and the first day, "2025-07-01", that is that one's. */
export type Heirs = ReadonlyMap<number, { readonly heirId: number; readonly day: string }>

export async function readHeirs(db: Kysely<Tables>): Promise<Heirs> {
  const rows = await db.selectFrom('unit_heir').select(['unit_id', 'heir_id', 'day']).orderBy('place', 'desc').execute()
  return new Map(rows.map(({ unit_id, heir_id, day }) => [unit_id, { heirId: heir_id, day }]))
}

/** Stays that reach beyond the end of their unit go on in its successor, and in the successor of that. Pure. */
export function throughReorganisations(stays: readonly Stay[], heirs: Heirs, startOf: (day: string) => number): Stay[] {
  return stays.flatMap((stay): Stay[] => {
    const heir = heirs.get(stay.unitId)
    if (!heir) return [stay]
    const end = startOf(heir.day)
    if (stay.until !== null && stay.until <= end) return [stay]
    const rest = throughReorganisations([{ ...stay, since: Math.max(stay.since, end), unitId: heir.heirId }], heirs, startOf)
    return stay.since < end ? [{ ...stay, until: end }, ...rest] : rest
  })
}
