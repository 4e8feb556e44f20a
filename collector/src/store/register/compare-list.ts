/** What a list would change in the register: asked before it is imported, and once more by the import itself. */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Dialect } from '../dialect/dialect.ts'
import type { Tables } from '../tables.ts'
import { daysOfEnd } from './complete-lists.ts'
import { itemHash, type ListedItem } from './listed-item.ts'
import { type SerialTwin, serialTwins } from './serial-twins.ts'

export type Listing = {
  /** "2026-09-30": the day of which the list speaks; what it says holds from then on. */
  readonly day: string
  /** Each asset key once. */
  readonly items: readonly ListedItem[]
  /** Of rows that name an asset and cannot be taken along, such as refused ones: it is in the list, so that it is not gone. */
  readonly keysBeside: readonly string[]
  /** All that these units have: what the register holds of them beyond the list is gone from that day on. Empty: the list only adds and changes. */
  readonly completeUnits: readonly number[]
  /** Which units the person may write to, as a condition on their id. */
  mayTouch(unitId: RawBuilder<unknown>): RawBuilder<boolean>
}

/** `untilDay`: a complete list of that later day lacks it, so that it ends there. */
export type HashedItem = ListedItem & { readonly hash: string; readonly untilDay?: string | undefined }
export type KnownItem = HashedItem & { readonly itemId: number }

export type Comparison = {
  readonly added: readonly HashedItem[]
  readonly changed: readonly KnownItem[]
  readonly same: number
  /** Of those added whose serial number another asset bears. */
  readonly twins: readonly SerialTwin[]
  /** The register holds something later of these, or a list of a later day named them. */
  readonly older: readonly ListedItem[]
  /** These stand in a unit that the person may not write to. */
  readonly elsewhere: readonly ListedItem[]
  readonly gone: readonly { readonly itemId: number; readonly assetCode: string; readonly name: string }[]
}

type Standing = {
  item_id: number
  key: string
  hash: string | null
  unit_id: number | null
  mine: number | boolean | null
  last_day: string | null
  told_day: string | null
}

export async function compareList(db: Kysely<Tables>, dialect: Dialect, listing: Listing): Promise<Comparison> {
  const { items, day } = listing
  const keys = dialect.rows('j', { key: 'text' }, JSON.stringify(items.map(({ assetKey }) => [assetKey])))
  const { rows } = await sql<Standing>`
    select i.id as item_id, i.asset_key as key, e.hash, e.unit_id, case when ${listing.mayTouch(sql`e.unit_id`)} then 1 else 0 end as mine,
      (select max(coalesce(x.until_day, x.from_day)) from register_entry x where x.item_id = i.id) as last_day, i.told_day
    from ${keys} join register_item i on i.asset_key = j.key left join register_entry e on e.item_id = i.id and e.until_day is null`.execute(
    db,
  )
  const standing = new Map(rows.map((row) => [row.key, row]))
  const added: HashedItem[] = []
  const back: KnownItem[] = []
  const changed: KnownItem[] = []
  const older: ListedItem[] = []
  const elsewhere: ListedItem[] = []
  let same = 0
  for (const item of items) {
    const hash = itemHash(item)
    const known = standing.get(item.assetKey)
    if (!known) added.push({ ...item, hash })
    else if (known.hash === hash && known.unit_id === item.unitId) same++
    else if (known.hash !== null && Number(known.mine) === 0) elsewhere.push(item)
    else if ((known.last_day ?? '') > day || (known.told_day ?? '') > day) older.push(item)
    else (known.hash === null ? back : changed).push({ ...item, hash, itemId: known.item_id })
  }
  // What stands was named by every complete list since, or written off by it.
  const ends = await daysOfEnd(db, dialect, { items: [...added, ...back], day })
  const ending = <T extends HashedItem>(item: T): T => ({ ...item, untilDay: ends.get(item.assetKey) })
  const gone = await readGone(db, dialect, listing)
  const goneIds = gone.map(({ itemId }) => itemId)
  return {
    added: added.map(ending),
    changed: [...changed, ...back.map(ending)],
    same,
    twins: await serialTwins(db, dialect, added, { goneIds, mayTouch: listing.mayTouch }),
    older,
    elsewhere,
    gone,
  }
}

async function readGone(
  db: Kysely<Tables>,
  dialect: Dialect,
  { items, keysBeside, completeUnits, day, mayTouch }: Listing,
): Promise<Comparison['gone']> {
  if (completeUnits.length === 0) return []
  const named = new Set([...items.map(({ assetKey }) => assetKey), ...keysBeside])
  const keys = dialect.rows('j', { key: 'text' }, JSON.stringify([...named].map((key) => [key])))
  const units = dialect.rows('u', { id: 'int' }, JSON.stringify(completeUnits.map((id) => [id])))
  const { rows } = await sql<Comparison['gone'][number]>`
    select i.id as "itemId", i.asset_code as "assetCode", e.name from register_entry e join register_item i on i.id = e.item_id
    where e.until_day is null and e.from_day <= ${day} and coalesce(i.told_day, '') <= ${day} and e.unit_id in (select u.id from ${units}) and ${mayTouch(sql`e.unit_id`)}
      and i.asset_key not in (select j.key from ${keys}) order by e.name_key, i.id`.execute(db)
  return rows
}
