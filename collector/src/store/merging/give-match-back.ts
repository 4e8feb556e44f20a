/** Gives assets back to the PC whose they were, when its merge is undone: the match of today, and of each version of an asset which PC it was. */
import { type Kysely, sql } from 'kysely'
import { linkEntries } from '../register/pc-times.ts'
import type { Tables } from '../tables.ts'
import type { Before, Side } from './before.ts'

type Pair = { readonly fromId: number; readonly intoId: number }

/** What a person decided about the register since stays, and so does what later lists say. Times follow with the stays. */
export async function giveMatchBack(db: Kysely<Tables>, pair: Pair, { from, into }: Before): Promise<void> {
  await giveEntriesBack(db, pair, { from, into })
  if (!from.match) return
  const { fromId, intoId } = pair
  const { itemId, score, basis, modelDiffers, who, at } = from.match
  const standing = await db.selectFrom('register_match').select('pc_id').where('item_id', '=', itemId).executeTakeFirst()
  if (standing?.pc_id === intoId && !into.match)
    await db.updateTable('register_match').set({ pc_id: fromId }).where('item_id', '=', itemId).execute()
  // Written off since: it comes back as the PC it was.
  if (!into.match)
    await db.updateTable('register_match_ended').set({ pc_id: fromId }).where('item_id', '=', itemId).where('pc_id', '=', intoId).execute()
  if (standing || !into.match || (await areApart(db, itemId, fromId))) return
  const { rows: stands } = await sql`select 1 from register_entry where item_id = ${itemId} and until_day is null`.execute(db)
  if (stands.length > 0)
    await db
      .insertInto('register_match')
      .values({ item_id: itemId, pc_id: fromId, score, basis, model_differs: modelDiffers, who, at })
      .execute()
  // As an asset without a PC it was told of meanwhile.
  else await db.updateTable('register_entry').set({ pc_id: fromId }).where('item_id', '=', itemId).where('pc_id', 'is', null).execute()
  await linkEntries(db, sql`select ${sql.lit(itemId)}`)
}

async function areApart(db: Kysely<Tables>, itemId: number, pcId: number): Promise<boolean> {
  const row = await db.selectFrom('register_apart').select('who').where('item_id', '=', itemId).where('pc_id', '=', pcId).executeTakeFirst()
  return row !== undefined
}

/** A version goes where the last one before it went: lists and reorganisations may have made new ones since. */
async function giveEntriesBack(db: Kysely<Tables>, { fromId, intoId }: Pair, { from, into }: Before): Promise<void> {
  const items = new Set([...(from.entries ?? []).map(([itemId]) => itemId), ...(from.match && !into.match ? [from.match.itemId] : [])])
  if (items.size === 0) return
  const rows = await db
    .selectFrom('register_entry')
    .select(['item_id', 'from_day'])
    .where('pc_id', '=', intoId)
    .where('item_id', 'in', [...items])
    .execute()
  for (const { item_id, from_day } of rows)
    if (isOfFrom([item_id, from_day], from, into))
      await db
        .updateTable('register_entry')
        .set({ pc_id: fromId })
        .where('item_id', '=', item_id)
        .where('from_day', '=', from_day)
        .execute()
}

function isOfFrom([itemId, fromDay]: readonly [number, string], from: Side, into: Side): boolean {
  const last = ({ entries = [] }: Side) =>
    entries
      .filter(([item, day]) => item === itemId && day <= fromDay)
      .map(([, day]) => day)
      .sort()
      .at(-1) ?? ''
  const [own, other] = [last(from), last(into)]
  return own === other ? from.match?.itemId === itemId : own > other
}
