/** Finds among new assets those whose serial number another asset of the register bears: often one machine under two codes. */
import { type Kysely, sql } from 'kysely'
import type { Dialect } from '../dialect/dialect.ts'
import type { Tables } from '../tables.ts'
import type { Listing } from './compare-list.ts'
import { type ListedItem, serialKey } from './listed-item.ts'

/** `other` is its asset code, undefined where the person may not see it. */
export type SerialTwin = { readonly item: ListedItem; readonly other: string | undefined }

/** `goneIds`: what the list writes off at the same time is no twin. */
export async function serialTwins(
  db: Kysely<Tables>,
  dialect: Dialect,
  fresh: readonly ListedItem[],
  { goneIds, mayTouch }: Pick<Listing, 'mayTouch'> & { readonly goneIds: readonly number[] },
): Promise<readonly SerialTwin[]> {
  const keyed = fresh.flatMap(({ assetKey, serial }) => {
    const key = serialKey(serial)
    return key === undefined ? [] : [[assetKey, key] as const]
  })
  if (keyed.length === 0) return []
  const rows = dialect.rows('j', { asset_key: 'text', serial_key: 'text' }, JSON.stringify(keyed))
  const gone = dialect.rows('g', { id: 'int' }, JSON.stringify(goneIds.map((id) => [id])))
  const { rows: found } = await sql<{ key: string; other: string | null }>`
    select j.asset_key as key, min(case when ${mayTouch(sql`e.unit_id`)} then i.asset_code end) as other
    from ${rows} join register_entry e on e.serial_key = j.serial_key and e.until_day is null
    join register_item i on i.id = e.item_id and i.asset_key <> j.asset_key
    where e.item_id not in (select g.id from ${gone}) group by j.asset_key`.execute(db)
  const others = new Map(found.map(({ key, other }) => [key, other ?? undefined]))
  return fresh.filter(({ assetKey }) => others.has(assetKey)).map((item) => ({ item, other: others.get(item.assetKey) }))
}
