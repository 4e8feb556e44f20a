/** Reads what the identity desk has open and what was merged, of PCs the caller may see on both sides. */
import type { IdentitySide, Merges, Questions } from '@somay/shared/api/identity.ts'
import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '../../access/access.ts'
import { inScope } from '../../access/scope.ts'
import type { Database, Dialect } from '../../store/dialect/dialect.ts'

const SHOWN = 50

type QuestionRow = { pc_id: number; other_id: number; asked_at: number; why: string; all: number }

/** Nobody has to decide about PCs that left the ledger. */
function openSql(dialect: Dialect, scope: Scope): RawBuilder<unknown> {
  return sql`identity_question q join pc a on a.id = q.pc_id join pc b on b.id = q.other_id
    where q.answer is null and a.merged_into is null and b.merged_into is null and a.retired_at is null and b.retired_at is null
      and ${inScope(dialect, scope, sql`a.unit_id`)} and ${inScope(dialect, scope, sql`b.unit_id`)}`
}

export async function countQuestions({ read, dialect }: Database, scope: Scope): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${openSql(dialect, scope)}`.execute(read)
  return Number(rows[0]?.n ?? 0)
}

export async function readQuestions(database: Database, scope: Scope): Promise<Questions> {
  const { read, dialect } = database
  const { rows } = await sql<QuestionRow>`
    select q.pc_id, q.other_id, q.asked_at, q.why, count(*) over () as "all" from ${openSql(dialect, scope)}
    order by q.score desc, q.asked_at desc, q.pc_id, q.other_id limit ${SHOWN}`.execute(read)
  const sides = await readSides(database, [...new Set(rows.flatMap(({ pc_id, other_id }) => [pc_id, other_id]))])
  return {
    count: Number(rows[0]?.all ?? 0),
    questions: rows.map(({ pc_id, other_id, asked_at, why }) => {
      const { agree, against } = JSON.parse(why) as { agree: string[]; against: string[] }
      return { one: sides.get(pc_id) as IdentitySide, other: sides.get(other_id) as IdentitySide, askedAt: asked_at, agree, against }
    }),
  }
}

type SideRow = {
  id: number
  name: string
  unit: string
  manufacturer: string | null
  model: string | null
  enrolled_at: number
  last_seen_at: number | null
}

async function readSides({ read, dialect }: Database, ids: readonly number[]): Promise<ReadonlyMap<number, IdentitySide>> {
  const asked = dialect.rows('j', { id: 'int' }, JSON.stringify(ids.map((id) => [id])))
  const [pcs, evidence] = await Promise.all([
    sql<SideRow>`
      select pc.id, pc.name, unit.name as unit, pc.manufacturer, pc.model, pc.enrolled_at, c.last_seen_at
      from ${asked} join pc on pc.id = j.id join unit on unit.id = pc.unit_id join pc_contact c on c.pc_id = pc.id`.execute(read),
    sql<{ pc_id: number; kind: string; value: string }>`
      select e.pc_id, e.kind, e.value from ${asked} join evidence e on e.pc_id = j.id where e.kind <> 'agent-key' order by e.kind, e.value`.execute(
      read,
    ),
  ])
  const pieces = Map.groupBy(evidence.rows, ({ pc_id }) => pc_id)
  return new Map(
    pcs.rows.map(({ id, name, unit, manufacturer, model, enrolled_at, last_seen_at }) => [
      id,
      {
        id,
        name,
        unit,
        ...(manufacturer !== null && { manufacturer }),
        ...(model !== null && { model }),
        enrolledAt: enrolled_at,
        ...(last_seen_at !== null && { lastSeenAt: last_seen_at }),
        evidence: (pieces.get(id) ?? []).map(({ kind, value }) => ({ kind, value })),
      },
    ]),
  )
}

type MergeRow = Omit<Merges['merges'][number], 'undoneAt' | 'undoneBy'> & { undoneAt: number | null; undoneBy: string | null }

export async function readMerges({ read, dialect }: Database, scope: Scope): Promise<Merges> {
  const { rows } = await sql<MergeRow>`
    select g.id, g.from_pc as "fromId", a.name as "fromName", g.into_pc as "intoId", b.name as "intoName", unit.name as unit, g.at, g.who,
      g.undone_at as "undoneAt", g.undone_by as "undoneBy"
    from pc_merge g join pc a on a.id = g.from_pc join pc b on b.id = g.into_pc join unit on unit.id = b.unit_id
    where ${inScope(dialect, scope, sql`a.unit_id`)} and ${inScope(dialect, scope, sql`b.unit_id`)} order by g.id desc limit ${SHOWN}`.execute(
    read,
  )
  return {
    merges: rows.map(({ undoneAt, undoneBy, ...merge }) => ({
      ...merge,
      ...(undoneAt !== null && { undoneAt }),
      ...(undoneBy !== null && { undoneBy }),
    })),
  }
}
