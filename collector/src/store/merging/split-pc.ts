/** Splits a PC of the ledger that is two: from the moment an agent joined under it on, what came is another PC's. */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import { writeConditions } from '../conditions.ts'
import type { Database } from '../dialect/dialect.ts'
import { writeEvents } from '../events.ts'
import { makePcs } from '../new-pcs.ts'
import { rewritePcRow } from '../reports/rewrite-pc-row.ts'
import { forgetRolledSince } from '../rolled-counts.ts'
import type { Tables } from '../tables.ts'
import { readSide, type Side, writePresenceOf, writeStays } from './before.ts'
import { asOfMoment, spliced } from './spans.ts'
import { daysBefore, daysSince, type SplitDay } from './split-days.ts'
import { splicedStays } from './stays.ts'

export type Splitting = {
  readonly pcId: number
  /** When the agent joined that turned out to be another PC's: the `at` of an event `enrolled-again`. */
  readonly since: number
  /** The day of `since` by the collector's clock. */
  readonly sinceDay: SplitDay
  readonly who: string
  readonly at: number
  /** Which PCs the person may touch, as a condition on their unit. */
  mayTouch(unitId: RawBuilder<unknown>): RawBuilder<boolean>
}

/** The id of the PC that was made; undefined where there is no such PC for this person, no agent joined under it then, or it was split there already. */
export function splitPc(
  { write, dialect }: Database,
  { pcId, since, sinceDay, who, at, mayTouch }: Splitting,
): Promise<number | undefined> {
  return write(async (db) => {
    await dialect.holdPcs(db, sql`select ${sql.lit(pcId)}`)
    const { rows } = await sql<{ unit_id: number; name: string; agent_version: string }>`
      select pc.unit_id, pc.name, c.agent_version from pc join pc_contact c on c.pc_id = pc.id
      where pc.id = ${pcId} and pc.merged_into is null and pc.retired_at is null and ${mayTouch(sql`pc.unit_id`)}
        and exists (select 1 from event where pc_id = pc.id and kind = 'enrolled-again' and at = ${since})
        and exists (select 1 from credential where credential.pc_id = pc.id and credential.created_at >= ${since})`.execute(db)
    const [pc] = rows
    const whole = pc && (await readSide(db, pcId))
    if (!pc || !whole) return undefined
    const [newId] = await makePcs(db, dialect, [{ unitId: pc.unit_id, hostName: pc.name, agentVersion: pc.agent_version, at: since }])
    if (newId === undefined) throw new Error('the new PC was not made')
    await layStays(db, { pcId, newId, since }, whole)
    await writePresenceOf(db, newId, daysSince(whole.presence, sinceDay))
    await writePresenceOf(db, pcId, daysBefore(whole.presence, sinceDay))
    await moveFacts(db, { pcId, newId, since: await firstTaken(db, pcId, since) })
    await writeConditions(db, newId, spliced([], whole.conditions ?? [], since))
    await writeConditions(db, pcId, asOfMoment(whole.conditions ?? [], since))
    await moveContacts(db, { pcId, newId, since })
    for (const id of [pcId, newId]) await rewritePcRow(db, dialect, id)
    await db
      .insertInto('identity_question')
      .values({
        pc_id: pcId,
        other_id: newId,
        score: 0,
        why: '{"agree":[],"against":[]}',
        asked_at: at,
        answer: 'different',
        who,
        answered_at: at,
      })
      .execute()
    await writeEvents(
      db,
      dialect,
      [pcId, newId].map((id) => ({ at, kind: 'split' as const, pcId: id, who, detail: { otherPcId: id === pcId ? newId : pcId, since } })),
    )
    await forgetRolledSince(db, dialect, since)
    return newId
  })
}

type Cut = { readonly pcId: number; readonly newId: number; readonly since: number }

/** The new one stands where the PC stood since then; the old one stays where it was then, whoever was moved later. */
async function layStays(db: Kysely<Tables>, { pcId, newId, since }: Cut, { stays, enrolledAt }: Side): Promise<void> {
  await writeStays(db, newId, splicedStays([], stays, since), since)
  await writeStays(db, pcId, asOfMoment(stays, since), enrolledAt)
}

/** Facts hold from when the PC says it read them: the first time the agent that joined said so, whatever its clock. */
async function firstTaken(db: Kysely<Tables>, pcId: number, since: number): Promise<number> {
  const first = await db
    .selectFrom('report')
    .select('taken_at')
    .where('pc_id', '=', pcId)
    .where('received_at', '>=', since)
    .orderBy('received_at')
    .executeTakeFirst()
  return first?.taken_at ?? since
}

/** What stood at that moment both had; what started since is the new one's, and for the old one what it ended stands again. */
async function moveFacts(db: Kysely<Tables>, { pcId, newId, since }: Cut): Promise<void> {
  await sql`
    insert into pc_fact (pc_id, fact, since, until, body_id) select ${sql.lit(newId)}, fact, ${sql.lit(since)}, until, body_id from pc_fact
    where pc_id = ${pcId} and since < ${since} and (until is null or until > ${since})`.execute(db)
  await sql`update pc_fact set pc_id = ${newId} where pc_id = ${pcId} and since >= ${since}`.execute(db)
  await sql`update pc_fact set until = null where pc_id = ${pcId} and until >= ${since}`.execute(db)
  await sql`update pc_latest set pc_id = ${newId} where pc_id = ${pcId} and since >= ${since}`.execute(db)
}

async function moveContacts(db: Kysely<Tables>, { pcId, newId, since }: Cut): Promise<void> {
  await sql`update credential set pc_id = ${newId} where pc_id = ${pcId} and created_at >= ${since}`.execute(db)
  await sql`update evidence set pc_id = ${newId} where pc_id = ${pcId} and since >= ${since}`.execute(db)
  await sql`update report set pc_id = ${newId} where pc_id = ${pcId} and received_at >= ${since}`.execute(db)
  await sql`
    update pc_contact set last_seen_at = w.last_seen_at, last_report_id = w.last_report_id, report_count = 0, inventory_at = w.inventory_at, state = w.state,
      state_at = w.state_at, skew_ms = w.skew_ms
    from (select * from pc_contact where pc_id = ${pcId}) w where pc_contact.pc_id = ${newId} and w.last_seen_at >= ${since}`.execute(db)
  // Of the old one only inventories are known to the moment; plain check-ins between them left their days alone.
  await sql`
    update pc_contact set manifest_hash = null, last_report_id = null, state = null, state_at = null, skew_ms = null,
      last_seen_at = (select max(received_at) from report where pc_id = ${pcId}), inventory_at = (select max(taken_at) from report where pc_id = ${pcId})
    where pc_id = ${pcId} and last_seen_at >= ${since}`.execute(db)
}
