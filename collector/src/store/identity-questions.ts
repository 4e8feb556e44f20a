/** Asks people about PCs that may be one: each pair once, with what agrees and what does not. */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Database, Dialect } from './dialect/dialect.ts'
import { writeEvents } from './events.ts'
import { readEvidence, type SeenPiece } from './evidence.ts'
import { compareEvidence, isHardware, isWorthAsking, MOST_HOLDERS } from './identity.ts'
import type { Tables } from './tables.ts'

export type Question = { readonly pcId: number; readonly otherId: number; readonly at: number }

/** Pairs that were asked about before, whatever was answered, are not asked about again. */
export async function askQuestions(db: Kysely<Tables>, dialect: Dialect, questions: readonly Question[]): Promise<void> {
  const pairs = questions.filter(({ pcId, otherId }) => pcId !== otherId)
  if (pairs.length === 0) return
  const evidence = await readEvidence(db, dialect, [...new Set(pairs.flatMap(({ pcId, otherId }) => [pcId, otherId]))])
  const rows = pairs.map(({ pcId, otherId, at }) => {
    const { score, agree, against } = compareEvidence(evidence.get(pcId) ?? [], evidence.get(otherId) ?? [])
    return [Math.min(pcId, otherId), Math.max(pcId, otherId), score, JSON.stringify({ agree, against }), at]
  })
  const columns = { pc_id: 'int', other_id: 'int', score: 'int', why: 'text', asked_at: 'int' } as const
  await sql`
    insert into identity_question (pc_id, other_id, score, why, asked_at)
    select j.pc_id, j.other_id, max(j.score), max(j.why), min(j.asked_at) from ${dialect.rows('j', columns, JSON.stringify(rows))} where true
    group by j.pc_id, j.other_id on conflict (pc_id, other_id) do nothing`.execute(db)
}

/** A PC that learns of itself what another one told may be that one: it enrolled when it could not tell yet. */
export async function askAboutLearned(db: Kysely<Tables>, dialect: Dialect, learned: readonly SeenPiece[]): Promise<void> {
  const telling = learned.filter(isHardware)
  if (telling.length === 0) return
  const columns = { kind: 'text', value: 'text', pc_id: 'int', since: 'int' } as const
  const rows = dialect.rows('j', columns, JSON.stringify(telling.map(({ kind, value, pcId, since }) => [kind, value, pcId, since])))
  const { rows: found } = await sql<{ pc_id: number; other_id: number; since: number }>`
    select j.pc_id, e.pc_id as other_id, min(j.since) as since from ${rows} join evidence e on e.kind = j.kind and e.value = j.value and e.pc_id <> j.pc_id
    join pc on pc.id = e.pc_id and pc.merged_into is null
    where (select count(*) from evidence x where x.kind = j.kind and x.value = j.value) <= ${MOST_HOLDERS + 1}
      and not exists (select 1 from identity_question q where (q.pc_id = j.pc_id and q.other_id = e.pc_id) or (q.pc_id = e.pc_id and q.other_id = j.pc_id))
    group by j.pc_id, e.pc_id`.execute(db)
  if (found.length === 0) return
  const evidence = await readEvidence(db, dialect, [...new Set(found.flatMap(({ pc_id, other_id }) => [pc_id, other_id]))])
  const fresh = Map.groupBy(telling, ({ pcId }) => pcId)
  /** Until now it could tell nothing by which it would be known. */
  const isNewcomer = (pcId: number) => (evidence.get(pcId) ?? []).filter(isHardware).length === fresh.get(pcId)?.length
  const worth = found.filter(({ pc_id, other_id }) =>
    isWorthAsking(evidence.get(pc_id) ?? [], evidence.get(other_id) ?? [], isNewcomer(pc_id)),
  )
  await askQuestions(
    db,
    dialect,
    worth.map(({ pc_id, other_id, since }) => ({ pcId: pc_id, otherId: other_id, at: since })),
  )
}

export type Apart = {
  readonly pcIds: readonly [number, number]
  readonly who: string
  readonly at: number
  mayTouch(unitId: RawBuilder<unknown>): RawBuilder<boolean>
}

/** They stay two, and nobody asks again; false where nobody asked, or one of both is not to be touched by this person. */
export function keepApart({ write, dialect }: Database, { pcIds, who, at, mayTouch }: Apart): Promise<boolean> {
  const [one, other] = [Math.min(...pcIds), Math.max(...pcIds)]
  return write(async (db) => {
    const { rows } = await sql`
      update identity_question set answer = 'different', who = ${who}, answered_at = ${at}
      where pc_id = ${one} and other_id = ${other} and answer is null
        and (select count(*) from pc where pc.id in (${one}, ${other}) and ${mayTouch(sql`pc.unit_id`)}) = 2 returning pc_id`.execute(db)
    if (rows.length === 0) return false
    await writeEvents(
      db,
      dialect,
      pcIds.map((pcId, place) => ({ at, kind: 'told-apart' as const, pcId, who, detail: { otherPcId: pcIds[1 - place] } })),
    )
    return true
  })
}
