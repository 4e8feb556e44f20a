/** Lists that told all that some units had: an older list that comes in later adds nothing beyond the day of such a one that lacks it. */
import { type Kysely, sql } from 'kysely'
import type { Dialect } from '../dialect/dialect.ts'
import type { Tables } from '../tables.ts'
import type { Listing } from './compare-list.ts'
import type { ListedItem } from './listed-item.ts'

export async function rememberComplete(
  db: Kysely<Tables>,
  dialect: Dialect,
  importId: number,
  { day, completeUnits, keysBeside }: Listing,
): Promise<void> {
  if (completeUnits.length === 0) return
  await db
    .insertInto('register_complete_list')
    .values({ import_id: importId, beside: JSON.stringify(keysBeside) })
    .execute()
  const units = dialect.rows('j', { id: 'int' }, JSON.stringify(completeUnits.map((id) => [id])))
  await sql`
    insert into register_complete_unit (unit_id, day, import_id) select j.id, ${day}, ${sql.lit(importId)} from ${units} where true`.execute(
    db,
  )
}

/** Of items that no list of a later day names: the first day whose complete list of their unit lacks them, by asset key. */
export async function daysOfEnd(
  db: Kysely<Tables>,
  dialect: Dialect,
  { items, day }: { readonly items: readonly ListedItem[]; readonly day: string },
): Promise<ReadonlyMap<string, string>> {
  const unitIds = [...new Set(items.map(({ unitId }) => unitId))]
  if (unitIds.length === 0) return new Map()
  const units = dialect.rows('j', { id: 'int' }, JSON.stringify(unitIds.map((id) => [id])))
  const { rows } = await sql<{ unit_id: number; day: string; import_id: number; beside: string }>`
    select u.unit_id, u.day, u.import_id, l.beside from ${units} join register_complete_unit u on u.unit_id = j.id
    join register_complete_list l on l.import_id = u.import_id where u.day > ${day} order by u.day, u.import_id`.execute(db)
  const beside = new Map<number, ReadonlySet<string>>()
  for (const { import_id, beside: keys } of rows)
    if (!beside.has(import_id)) beside.set(import_id, new Set(JSON.parse(keys) as readonly string[]))
  const ofUnit = Map.groupBy(rows, ({ unit_id }) => unit_id)
  return new Map(
    items.flatMap(({ assetKey, unitId }) => {
      const lacking = ofUnit.get(unitId)?.find(({ import_id }) => !beside.get(import_id)?.has(assetKey))
      return lacking ? [[assetKey, lacking.day] as const] : []
    }),
  )
}
