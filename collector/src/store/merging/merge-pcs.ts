/** Merges two PCs of the ledger that are one machine: the one heard of last goes on, the other stays as it was and leads to it. */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import { writeConditions } from '../conditions.ts'
import type { Database, Dialect } from '../dialect/dialect.ts'
import { writeEvents } from '../events.ts'
import { measureAnew } from '../measures.ts'
import { unlinkEntries } from '../register/pc-times.ts'
import { PRESENCE_BITS, type PresenceBits } from '../reports/incoming.ts'
import { forgetRolledSince } from '../rolled-counts.ts'
import type { Tables } from '../tables.ts'
import { type Before, eitherOf, readSide, type Side, writePresenceOf, writeStays } from './before.ts'
import { unionOf } from './spans.ts'
import { wereSplit } from './splits.ts'
import { unionOfStays } from './stays.ts'

export type Merging = {
  readonly pcIds: readonly [number, number]
  readonly who: string
  readonly at: number
  /** Which PCs the person may touch, as a condition on their unit. */
  mayTouch(unitId: RawBuilder<unknown>): RawBuilder<boolean>
}

export type Merged = { readonly mergeId: number; readonly into: number; readonly from: number }

/** Undefined where one of both is not there, merged already, or not to be touched by this person. */
export function mergePcs({ write, dialect }: Database, merging: Merging): Promise<Merged | undefined> {
  return write(async (db) => {
    // Its asset goes along: nothing is matched to either meanwhile.
    await dialect.alone(db, 'matching')
    await dialect.holdPcs(db, eitherOf(...merging.pcIds))
    const pair = await survivorOf(db, dialect, merging)
    if (!pair) return undefined
    const [from, into] = [await readSide(db, pair.from), await readSide(db, pair.into)]
    if (!from || !into) return undefined
    const { who, at } = merging
    const before: Before = { from, into }
    const { id } = await db
      .insertInto('pc_merge')
      .values({ from_pc: pair.from, into_pc: pair.into, at, who, before: JSON.stringify(before), undone_at: null, undone_by: null })
      .returning('id')
      .executeTakeFirstOrThrow()
    await layTogether(db, dialect, pair, before, at)
    await answerQuestion(db, pair, { who, at })
    await writeEvents(
      db,
      dialect,
      [pair.from, pair.into].map((pcId) => ({
        at,
        kind: 'merged' as const,
        pcId,
        who,
        detail: { merge: id, otherPcId: pcId === pair.from ? pair.into : pair.from, into: pair.into },
      })),
    )
    return { mergeId: id, ...pair }
  })
}

type Pair = { readonly from: number; readonly into: number }

async function layTogether(
  db: Kysely<Tables>,
  dialect: Dialect,
  { from: fromId, into: intoId }: Pair,
  { from, into }: Before,
  at: number,
): Promise<void> {
  await measureAnew(db, dialect, eitherOf(fromId, intoId))
  const enrolledAt = Math.min(from.enrolledAt, into.enrolledAt)
  await moveMatch(db, { from: fromId, into: intoId }, from, into)
  await writeStays(db, intoId, unionOfStays(into.stays, from.stays), enrolledAt)
  await db.deleteFrom('pc_stay').where('pc_id', '=', fromId).execute()
  await db.updateTable('pc').set({ merged_into: intoId, retired_at: at }).where('id', '=', fromId).execute()
  await writePresenceOf(db, intoId, withDays(into.presence, from.presence))
  const [own = [], others = []] = [into.conditions, from.conditions]
  // Of what was split, what was known since then is with the PC that was made.
  const isReunion = await wereSplit(db, dialect, [intoId, fromId])
  await writeConditions(db, intoId, isReunion ? unionOf(others, own) : unionOf(own, others))
  await db.updateTable('credential').set({ pc_id: intoId }).where('pc_id', '=', fromId).execute()
  await sql`
    insert into evidence (kind, value, pc_id, since) select kind, value, ${sql.lit(intoId)}, since from evidence where pc_id = ${fromId}
    on conflict (kind, value, pc_id) do nothing`.execute(db)
  await sql`
    insert into pc_exemption (pc_id, since, until) select ${sql.lit(intoId)}, since, until from pc_exemption where pc_id = ${fromId}
    on conflict (pc_id, since) do nothing`.execute(db)
  // What either agent holds as acknowledged, the PC that goes on may not hold.
  await db.updateTable('pc_contact').set({ manifest_hash: null }).where('pc_id', '=', intoId).execute()
  const [first] = [...from.stays, ...into.stays].map(({ since }) => since).sort((one, other) => one - other)
  if (first !== undefined) await forgetRolledSince(db, dialect, first)
}

/**
 * The asset of the register goes along, unless the PC that goes on is one already: then it is an asset without a PC again. What was written off
 * before was this machine all the same. Their times follow with the stays.
 */
async function moveMatch(db: Kysely<Tables>, { from: fromId, into: intoId }: Pair, from: Side, into: Side): Promise<void> {
  if (from.match && into.match) {
    await db.deleteFrom('register_match').where('pc_id', '=', fromId).execute()
    await unlinkEntries(db, { itemId: from.match.itemId, pcId: fromId })
  } else if (from.match) await db.updateTable('register_match').set({ pc_id: intoId }).where('pc_id', '=', fromId).execute()
  await db.updateTable('register_entry').set({ pc_id: intoId }).where('pc_id', '=', fromId).execute()
}

function withDays(own: readonly PresenceBits[], added: readonly PresenceBits[]): PresenceBits[] {
  const standing = new Map(own.map((bits) => [bits.month, bits]))
  return added.map((bits) => {
    const before = standing.get(bits.month)
    if (!before) return bits
    return Object.fromEntries([['month', bits.month], ...PRESENCE_BITS.map((bit) => [bit, before[bit] | bits[bit]])]) as PresenceBits
  })
}

/** The one heard of last; of two never heard of, the one that joined last. */
async function survivorOf(db: Kysely<Tables>, dialect: Dialect, { pcIds, mayTouch }: Merging): Promise<Pair | undefined> {
  const asked = dialect.rows('j', { id: 'int' }, JSON.stringify(pcIds.map((id) => [id])))
  const { rows } = await sql<{ id: number }>`
    select pc.id from pc join pc_contact c on c.pc_id = pc.id where pc.id in (select j.id from ${asked}) and pc.merged_into is null and ${mayTouch(sql`pc.unit_id`)}
    order by coalesce(c.last_seen_at, 0) desc, pc.enrolled_at desc, pc.id desc`.execute(db)
  const [into, from, ...others] = rows
  if (!into || !from || others.length > 0) return undefined
  // What was split is put together again as it was: the PC that was there before goes on.
  const isReunion = await wereSplit(db, dialect, [into.id, from.id])
  return isReunion ? { from: Math.max(from.id, into.id), into: Math.min(from.id, into.id) } : { from: from.id, into: into.id }
}

async function answerQuestion(
  db: Kysely<Tables>,
  { from, into }: Pair,
  { who, at }: { readonly who: string; readonly at: number },
): Promise<void> {
  await db
    .updateTable('identity_question')
    .set({ answer: 'same', who, answered_at: at })
    .where('pc_id', '=', Math.min(from, into))
    .where('other_id', '=', Math.max(from, into))
    .execute()
}
