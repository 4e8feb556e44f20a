/** The units a list may name: those that stand on its day and that the person may write to. */
import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../dialect/dialect.ts'

export type UnitToName = { readonly id: number; readonly nameKey: string; readonly code: string | null }

export async function unitsToName(
  { read }: Database,
  day: string,
  mayTouch: (unitId: RawBuilder<unknown>) => RawBuilder<boolean>,
): Promise<readonly UnitToName[]> {
  const { rows } = await sql<UnitToName>`
    select id, name_key as "nameKey", code from unit
    where valid_from <= ${day} and (valid_to is null or valid_to > ${day}) and ${mayTouch(sql`unit.id`)}`.execute(read)
  return rows
}
