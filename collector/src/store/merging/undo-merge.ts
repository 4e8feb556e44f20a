/** Undoes a merge: both PCs are what they were, with what came since at the one that went on. */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Database, Dialect } from '../dialect/dialect.ts'
import { writeEvents } from '../events.ts'
import { measureAnew } from '../measures.ts'
import { PRESENCE_BITS, type PresenceBits } from '../reports/incoming.ts'
import { forgetRolledSince } from '../rolled-counts.ts'
import type { Tables } from '../tables.ts'
import { type Before, eitherOf, readSide, type Side, writePresenceOf, writeStays } from './before.ts'
import { splicedStays } from './stays.ts'

export type Undoing = {
  readonly mergeId: number
  readonly who: string
  readonly at: number
  mayTouch(unitId: RawBuilder<unknown>): RawBuilder<boolean>
}

/** `later` when another merge of one of both was made since, or one was split, which must be taken back first; undefined where there is none to undo. */
export function undoMerge({ write, dialect }: Database, { mergeId, who, at, mayTouch }: Undoing): Promise<'done' | 'later' | undefined> {
  return write(async (db) => {
    const { rows } = await sql<{ from_pc: number; into_pc: number; at: number; before: string }>`
      select g.from_pc, g.into_pc, g.at, g.before from pc_merge g join pc on pc.id = g.into_pc join pc f on f.id = g.from_pc
      where g.id = ${mergeId} and g.undone_at is null and ${mayTouch(sql`pc.unit_id`)} and ${mayTouch(sql`f.unit_id`)}`.execute(db)
    const [merge] = rows
    if (!merge) return undefined
    const { from_pc: fromId, into_pc: intoId } = merge
    await dialect.holdPcs(db, eitherOf(fromId, intoId))
    const later = await db
      .selectFrom('pc_merge')
      .select('id')
      .where('id', '>', mergeId)
      .where('undone_at', 'is', null)
      .where((where) => where.or([where('from_pc', 'in', [fromId, intoId]), where('into_pc', 'in', [fromId, intoId])]))
      .executeTakeFirst()
    if (later || (await wasSplitSince(db, [fromId, intoId], merge.at))) return 'later'
    const before = JSON.parse(merge.before) as Before
    const now = await readSide(db, intoId)
    if (!now) return 'later'
    await layApart(db, dialect, { fromId, intoId, mergedAt: merge.at }, before, now)
    await db.updateTable('pc_merge').set({ undone_at: at, undone_by: who }).where('id', '=', mergeId).execute()
    // They were told apart by a person: nobody asks again.
    await db
      .updateTable('identity_question')
      .set({ answer: 'different', who, answered_at: at })
      .where('pc_id', '=', Math.min(fromId, intoId))
      .where('other_id', '=', Math.max(fromId, intoId))
      .execute()
    await writeEvents(
      db,
      dialect,
      [fromId, intoId].map((pcId) => ({
        at,
        kind: 'merge-undone' as const,
        pcId,
        who,
        detail: { merge: mergeId, otherPcId: pcId === fromId ? intoId : fromId },
      })),
    )
    return 'done'
  })
}

/** Then credentials and days of the one that went on are a third PC's. */
async function wasSplitSince(db: Kysely<Tables>, ids: readonly number[], at: number): Promise<boolean> {
  const split = await db
    .selectFrom('event')
    .select('id')
    .where('kind', '=', 'split')
    .where('pc_id', 'in', ids)
    .where('at', '>', Number(at))
    .executeTakeFirst()
  return split !== undefined
}

type Place = { readonly fromId: number; readonly intoId: number; readonly mergedAt: number }

async function layApart(
  db: Kysely<Tables>,
  dialect: Dialect,
  { fromId, intoId, mergedAt }: Place,
  { from, into }: Before,
  now: Side,
): Promise<void> {
  await measureAnew(db, dialect, eitherOf(fromId, intoId))
  await giveMatchBack(db, { fromId, intoId }, from, into)
  await db.updateTable('pc').set({ merged_into: null, retired_at: from.retiredAt }).where('id', '=', fromId).execute()
  await writeStays(db, fromId, from.stays, from.enrolledAt)
  await writeStays(db, intoId, splicedStays(into.stays, now.stays, mergedAt), into.enrolledAt)
  await writePresenceOf(db, intoId, withoutDays(into.presence, from.presence, now.presence))
  if (from.credentials.length > 0)
    await db
      .updateTable('credential')
      .set({ pc_id: fromId })
      .where('hash', 'in', [...from.credentials])
      .execute()
  const own = new Set(into.evidence.map(([kind, value]) => `${kind} ${value}`))
  for (const [kind, value] of from.evidence.filter(([kind, value]) => !own.has(`${kind} ${value}`)))
    await db
      .deleteFrom('evidence')
      .where('pc_id', '=', intoId)
      .where('kind', '=', kind as never)
      .where('value', '=', value)
      .execute()
  const marks = new Set(into.exemptions.map(({ since }) => since))
  for (const { since } of from.exemptions.filter((mark) => !marks.has(mark.since)))
    await db.deleteFrom('pc_exemption').where('pc_id', '=', intoId).where('since', '=', since).execute()
  await db.updateTable('pc_contact').set({ manifest_hash: null }).where('pc_id', 'in', [fromId, intoId]).execute()
  const [first] = [...from.stays, ...into.stays, ...now.stays].map(({ since }) => since).sort((one, other) => one - other)
  if (first !== undefined) await forgetRolledSince(db, dialect, first)
}

/** What a person decided about the register since stays. */
async function giveMatchBack(
  db: Kysely<Tables>,
  { fromId, intoId }: Pick<Place, 'fromId' | 'intoId'>,
  from: Side,
  into: Side,
): Promise<void> {
  if (!from.match) return
  const { itemId, score, basis, modelDiffers, who, at } = from.match
  const standing = await db.selectFrom('register_match').select('pc_id').where('item_id', '=', itemId).executeTakeFirst()
  if (standing?.pc_id === intoId && !into.match)
    await db.updateTable('register_match').set({ pc_id: fromId }).where('item_id', '=', itemId).execute()
  if (!standing && into.match)
    await db
      .insertInto('register_match')
      .values({ item_id: itemId, pc_id: fromId, score, basis, model_differs: modelDiffers, who, at })
      .execute()
}

/** Of the months that came along: what stood before, and what was added since beyond what came along. */
function withoutDays(own: readonly PresenceBits[], brought: readonly PresenceBits[], now: readonly PresenceBits[]): PresenceBits[] {
  const before = new Map(own.map((bits) => [bits.month, bits]))
  const standing = new Map(now.map((bits) => [bits.month, bits]))
  return brought.map((bits) => {
    const [had, has] = [before.get(bits.month), standing.get(bits.month)]
    return Object.fromEntries([
      ['month', bits.month],
      ...PRESENCE_BITS.map((bit) => [bit, (had?.[bit] ?? 0) | ((has?.[bit] ?? 0) & ~bits[bit])]),
    ]) as PresenceBits
  })
}
