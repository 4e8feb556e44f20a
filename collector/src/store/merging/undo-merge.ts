/** Undoes a merge: both PCs are what they were, with what came since at the one that went on. */
import { type CalendarDay, startOfDay } from '@somay/shared/text/dates.ts'
import { dayFrom } from '@somay/shared/text/days.ts'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import { writeConditions } from '../conditions.ts'
import type { Database, Dialect } from '../dialect/dialect.ts'
import { writeEvents } from '../events.ts'
import { measureAnew } from '../measures.ts'
import { PRESENCE_BITS, type PresenceBits } from '../reports/incoming.ts'
import { forgetRolledSince } from '../rolled-counts.ts'
import type { Tables } from '../tables.ts'
import { type Before, eitherOf, readSide, type Side, writePresenceOf, writeStays } from './before.ts'
import { giveMatchBack } from './give-match-back.ts'
import { readHeirs, throughReorganisations } from './heirs.ts'
import { spliced } from './spans.ts'
import { isSplitSince, wereSplit } from './splits.ts'
import { type Stay, splicedStays } from './stays.ts'

export type Undoing = {
  readonly mergeId: number
  readonly who: string
  readonly at: number
  /** Of the days on which units ended. */
  readonly timeZone: string
  mayTouch(unitId: RawBuilder<unknown>): RawBuilder<boolean>
}

/** `later` when another merge of one of both was made since, or one was split, which must be taken back first; undefined where there is none to undo. */
export function undoMerge(
  { write, dialect }: Database,
  { mergeId, who, at, timeZone, mayTouch }: Undoing,
): Promise<'done' | 'later' | undefined> {
  return write(async (db) => {
    await dialect.alone(db, 'matching')
    const { rows } = await sql<{ from_pc: number; into_pc: number; at: number; before: string }>`
      select g.from_pc, g.into_pc, g.at, g.before from pc_merge g join pc on pc.id = g.into_pc join pc f on f.id = g.from_pc
      where g.id = ${mergeId} and g.undone_at is null and ${mayTouch(sql`pc.unit_id`)} and ${mayTouch(sql`f.unit_id`)}`.execute(db)
    const [merge] = rows
    if (!merge) return undefined
    const { from_pc: fromId, into_pc: intoId } = merge
    await dialect.holdPcs(db, eitherOf(fromId, intoId))
    if (await isBuiltUpon(db, dialect, { mergeId, ids: [fromId, intoId], at: merge.at })) return 'later'
    const before = JSON.parse(merge.before) as Before
    const now = await readSide(db, intoId)
    if (!now) return 'later'
    await layApart(db, dialect, { fromId, intoId, mergedAt: merge.at, timeZone }, before, now)
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

type Standing = { readonly mergeId: number; readonly ids: readonly [number, number]; readonly at: number }

/**
 * Whether another deed since must be taken back first: a merge of one of both, or a split, after which credentials and days of the one that went
 * on are a third PC's. A split that was taken back, and the merge that did so, count as nothing; but such a merge stands on those before it.
 */
async function isBuiltUpon(db: Kysely<Tables>, dialect: Dialect, { mergeId, ids, at }: Standing): Promise<boolean> {
  const { rows: merges } = await sql<{ id: number; from_pc: number; into_pc: number; undone_at: number | null }>`
    select id, from_pc, into_pc, undone_at from pc_merge where id <> ${mergeId} and (from_pc in (${sql.join(ids)}) or into_pc in (${sql.join(ids)}))`.execute(
    db,
  )
  for (const { id, from_pc, into_pc, undone_at } of merges) {
    const isReunion = await wereSplit(db, dialect, [into_pc, from_pc])
    if (id > mergeId && undone_at === null && !isReunion) return true
  }
  if (await wereSplit(db, dialect, ids)) return merges.some(({ id, undone_at }) => id < mergeId && undone_at !== null && undone_at > at)
  return isSplitSince(db, dialect, ids, at)
}

type Place = { readonly fromId: number; readonly intoId: number; readonly mergedAt: number; readonly timeZone: string }

async function layApart(
  db: Kysely<Tables>,
  dialect: Dialect,
  { fromId, intoId, mergedAt, timeZone }: Place,
  { from, into }: Before,
  now: Side,
): Promise<void> {
  await measureAnew(db, dialect, eitherOf(fromId, intoId))
  await giveMatchBack(db, { fromId, intoId }, { from, into })
  await db.updateTable('pc').set({ merged_into: null, retired_at: from.retiredAt }).where('id', '=', fromId).execute()
  // Units that ended meanwhile are left with their PCs as they would have been.
  const heirs = await readHeirs(db)
  const through = (stays: readonly Stay[]) =>
    throughReorganisations(stays, heirs, (day) => startOfDay(dayFrom(day) as CalendarDay, timeZone))
  await writeStays(db, fromId, through(from.stays), from.enrolledAt)
  await writeStays(db, intoId, through(splicedStays(into.stays, now.stays, mergedAt)), into.enrolledAt)
  await writePresenceOf(db, intoId, withoutDays(into.presence, from.presence, now.presence))
  if (into.conditions && now.conditions) await writeConditions(db, intoId, spliced(into.conditions, now.conditions, mergedAt))
  if (from.credentials.length > 0) await giveCredentialsBack(db, fromId, from.credentials)
  const own = new Set(into.evidence.map(([kind, value]) => `${kind} ${value}`))
  for (const [kind, value] of from.evidence.filter(([kind, value]) => !own.has(`${kind} ${value}`)))
    await db
      .deleteFrom('evidence')
      .where('pc_id', '=', intoId)
      .where('kind', '=', kind as never)
      .where('value', '=', value)
      .execute()
  // A mark that was taken off while both were one is off both.
  await sql`
    update pc_exemption set until = (select x.until from pc_exemption x where x.pc_id = ${intoId} and x.since = pc_exemption.since)
    where pc_id = ${fromId} and until is null
      and exists (select 1 from pc_exemption x where x.pc_id = ${intoId} and x.since = pc_exemption.since and x.until is not null)`.execute(
    db,
  )
  const marks = new Set(into.exemptions.map(({ since }) => since))
  for (const { since } of from.exemptions.filter((mark) => !marks.has(mark.since)))
    await db.deleteFrom('pc_exemption').where('pc_id', '=', intoId).where('since', '=', since).execute()
  await db.updateTable('pc_contact').set({ manifest_hash: null }).where('pc_id', 'in', [fromId, intoId]).execute()
  const [first] = [...from.stays, ...into.stays, ...now.stays].map(({ since }) => since).sort((one, other) => one - other)
  if (first !== undefined) await forgetRolledSince(db, dialect, first)
}

/** With those they were exchanged for since. */
async function giveCredentialsBack(db: Kysely<Tables>, fromId: number, hashes: readonly string[]): Promise<void> {
  await sql`
    with recursive own(hash) as (select hash from credential where hash in (${sql.join(hashes)})
      union select c.hash from credential c join own on c.came_from = own.hash)
    update credential set pc_id = ${fromId} where hash in (select hash from own)`.execute(db)
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
