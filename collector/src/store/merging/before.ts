/** What two PCs were before they were merged: read for the merge, kept with it, and laid back when it is undone. */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import { type ConditionRow, readConditions } from '../conditions.ts'
import { refreshPcTimes } from '../register/pc-times.ts'
import { PRESENCE_BITS, type PresenceBits } from '../reports/incoming.ts'
import type { Tables } from '../tables.ts'
import type { Stay } from './stays.ts'

export type Side = {
  readonly enrolledAt: number
  readonly retiredAt: number | null
  readonly stays: readonly Stay[]
  readonly presence: readonly PresenceBits[]
  readonly credentials: readonly string[]
  readonly evidence: readonly (readonly [kind: string, value: string, since: number])[]
  readonly exemptions: readonly { readonly since: number; readonly until: number | null }[]
  /** Merges of before these were kept have none. */
  readonly conditions?: readonly ConditionRow[]
  /** The asset of the register it is matched to, with why and by whom. */
  readonly match: {
    readonly itemId: number
    readonly score: number
    readonly basis: string
    readonly modelDiffers: number
    readonly who: string
    readonly at: number
  } | null
  /** The versions of assets that are it, by asset and first day; merges of before these were kept have none. */
  readonly entries?: readonly (readonly [itemId: number, fromDay: string])[]
}

export type Before = { readonly from: Side; readonly into: Side }

/** Both ids as a query. */
export function eitherOf(one: number, other: number): RawBuilder<unknown> {
  return sql`select ${sql.lit(one)} union all select ${sql.lit(other)}`
}

/** Undefined where there is no such PC, or it was merged already. */
export async function readSide(db: Kysely<Tables>, id: number): Promise<Side | undefined> {
  const pc = await db
    .selectFrom('pc')
    .select(['enrolled_at', 'retired_at'])
    .where('id', '=', id)
    .where('merged_into', 'is', null)
    .executeTakeFirst()
  if (!pc) return undefined
  const stays = await db.selectFrom('pc_stay').select(['since', 'until', 'unit_id']).where('pc_id', '=', id).orderBy('since').execute()
  const presence = await db
    .selectFrom('presence')
    .select(['month', ...PRESENCE_BITS])
    .where('pc_id', '=', id)
    .orderBy('month')
    .execute()
  const credentials = await db.selectFrom('credential').select('hash').where('pc_id', '=', id).orderBy('hash').execute()
  const evidence = await db
    .selectFrom('evidence')
    .select(['kind', 'value', 'since'])
    .where('pc_id', '=', id)
    .orderBy('kind')
    .orderBy('value')
    .execute()
  const exemptions = await db.selectFrom('pc_exemption').select(['since', 'until']).where('pc_id', '=', id).orderBy('since').execute()
  const match = await db.selectFrom('register_match').selectAll().where('pc_id', '=', id).executeTakeFirst()
  const entries = await db.selectFrom('register_entry').select(['item_id', 'from_day']).where('pc_id', '=', id).execute()
  return {
    enrolledAt: pc.enrolled_at,
    retiredAt: pc.retired_at,
    stays: stays.map(({ since, until, unit_id }) => ({ since, until, unitId: unit_id })),
    presence,
    credentials: credentials.map(({ hash }) => hash),
    evidence: evidence.map(({ kind, value, since }) => [kind, value, since] as const),
    exemptions: exemptions.map(({ since, until }) => ({ since, until })),
    conditions: await readConditions(db, id),
    match: match
      ? { itemId: match.item_id, score: match.score, basis: match.basis, modelDiffers: match.model_differs, who: match.who, at: match.at }
      : null,
    entries: entries.map(({ item_id, from_day }) => [item_id, from_day] as const),
  }
}

/** The stays of a PC, all of them anew; its place of today and whether it is in the ledger follow. */
export async function writeStays(db: Kysely<Tables>, pcId: number, stays: readonly Stay[], enrolledAt: number): Promise<void> {
  await db.deleteFrom('pc_stay').where('pc_id', '=', pcId).execute()
  if (stays.length > 0)
    await db
      .insertInto('pc_stay')
      .values(stays.map(({ since, until, unitId }) => ({ pc_id: pcId, since, until, unit_id: unitId, enrolled_at: enrolledAt })))
      .execute()
  const last = stays.at(-1)
  const place = last ? { unit_id: last.unitId, retired_at: last.until } : {}
  await db
    .updateTable('pc')
    .set({ ...place, enrolled_at: enrolledAt })
    .where('id', '=', pcId)
    .execute()
  if (last) await db.updateTable('pc_search').set({ unit_id: last.unitId }).where('pc_id', '=', pcId).execute()
  await refreshPcTimes(db, sql`select item_id from register_entry where pc_id = ${pcId}`)
}

/** Months of days, written over what stands; those without a day are not kept. */
export async function writePresenceOf(db: Kysely<Tables>, pcId: number, months: readonly PresenceBits[]): Promise<void> {
  for (const bits of months) {
    const { month, ...days } = bits
    if (PRESENCE_BITS.every((bit) => bits[bit] === 0))
      await db.deleteFrom('presence').where('pc_id', '=', pcId).where('month', '=', month).execute()
    else
      await db
        .insertInto('presence')
        .values({ pc_id: pcId, month, ...days })
        .onConflict((conflict) => conflict.columns(['pc_id', 'month']).doUpdateSet(days))
        .execute()
  }
}
