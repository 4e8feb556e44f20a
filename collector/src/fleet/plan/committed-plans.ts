/** Reads committed plans: their heads, and of one what was decided and what became of it by unit and by year. */
import type { CommittedPlan, CommittedPlans, Progress } from '@somay/shared/api/committed-plans.ts'
import type { PlanTerms } from '@somay/shared/api/plans.ts'
import { sql } from 'kysely'
import type { Scope } from '../../access/access.ts'
import { inScope, seesNothing } from '../../access/scope.ts'
import { keptPolicy } from '../../plan/policy.ts'
import type { Database } from '../../store/dialect/dialect.ts'
import { sumTree, type TreeUnit } from '../units/sum-tree.ts'
import { KEY_COLUMNS, type OutcomeKey, outcomeOfKey, outcomesSql } from './outcome-sql.ts'

const SHOWN = 100

type HeadRow = { id: number; title: string; note: string; who: string; committed_at: number; unit_id: number | null; terms: string }

/** Those of which the caller sees a unit. */
export async function readCommittedPlans({ read, dialect }: Database, scope: Scope): Promise<CommittedPlans> {
  if (seesNothing(scope)) return { plans: [] }
  const { rows } = await sql<HeadRow & { lines: number; unpriced: number; cost: number }>`
    select p.id, p.title, p.note, p.who, p.committed_at, p.unit_id, count(l.pc_id) as lines, count(l.pc_id) - count(l.cost_dong) as unpriced, coalesce(sum(l.cost_dong), 0) as cost
    from committed_plan p left join committed_line l on l.plan_id = p.id and ${inScope(dialect, scope, sql`l.unit_id`)}
    where p.sealed = 1 and exists (select 1 from committed_unit u where u.plan_id = p.id and ${inScope(dialect, scope, sql`u.unit_id`)})
    group by p.id, p.title, p.note, p.who, p.committed_at, p.unit_id order by p.id desc limit ${SHOWN}`.execute(read)
  return {
    plans: rows.map(({ lines, unpriced, cost, ...row }) => ({
      ...headOf(row),
      lines: Number(lines),
      unpriced: Number(unpriced),
      costDong: Number(cost),
    })),
  }
}

function headOf({ id, title, note, who, committed_at, unit_id }: Omit<HeadRow, 'terms'>) {
  return { id, title, note, who, committedAt: Number(committed_at), ...(unit_id !== null && { unitId: unit_id }) }
}

export type Held = ReturnType<typeof headOf> & { readonly terms: PlanTerms }

/** Undefined when there is none for this caller, or it is not whole yet. */
export async function readCommittedHead({ read, dialect }: Database, id: number, scope: Scope): Promise<Held | undefined> {
  const { rows } = await sql<HeadRow>`
    select p.* from committed_plan p where p.id = ${id} and p.sealed = 1
      and exists (select 1 from committed_unit u where u.plan_id = p.id and ${inScope(dialect, scope, sql`u.unit_id`)})`.execute(read)
  const [row] = rows
  return row && { ...headOf(row), terms: keptTerms(row.terms) }
}

function keptTerms(kept: string): PlanTerms {
  const terms = JSON.parse(kept) as PlanTerms
  return { ...terms, policy: { ...terms.policy, policy: keptPolicy(terms.policy.policy) } }
}

/** The names its units had then, of those the caller sees. */
export async function readUnitsThen({ read, dialect }: Database, id: number, scope: Scope): Promise<ReadonlyMap<number, string>> {
  const { rows } = await sql<{ unit_id: number; name: string }>`
    select u.unit_id, u.name from committed_unit u where u.plan_id = ${id} and ${inScope(dialect, scope, sql`u.unit_id`)}`.execute(read)
  return new Map(rows.map(({ unit_id, name }) => [unit_id, name]))
}

type GroupRow = OutcomeKey & { readonly unit_id: number; readonly year: number | null } & Summed
type Summed = { readonly lines: number; readonly unpriced: number; readonly cost: number }

export async function readCommittedPlan(database: Database, id: number, scope: Scope, at: number): Promise<CommittedPlan | undefined> {
  const head = await readCommittedHead(database, id, scope)
  if (!head) return undefined
  const { read, dialect } = database
  const keys = sql.raw(Object.keys(KEY_COLUMNS).join(', '))
  const [groups, units] = await Promise.all([
    sql<GroupRow>`
      select unit_id, year, ${keys}, count(*) as lines, count(*) - count(cost_dong) as unpriced,
        coalesce(sum(cost_dong), 0) as cost from ${outcomesSql(head)} o
      where ${inScope(dialect, scope, sql`o.unit_id`)} group by unit_id, year, ${keys}`.execute(read),
    sql<TreeUnit>`
      select unit_id as id, name, block, parent_id as "parentId" from committed_unit u
      where plan_id = ${id} and ${inScope(dialect, scope, sql`u.unit_id`)} order by block, order_no, unit_id`.execute(read),
  ])
  const byUnit = new Map<number, Progress>()
  const byYear = new Map<number | null, Progress>()
  for (const group of groups.rows) {
    const own = progressOf(group, head.terms)
    const year = group.year === null ? null : Number(group.year)
    byUnit.set(group.unit_id, addProgress(byUnit.get(group.unit_id) ?? NO_PROGRESS, own))
    byYear.set(year, addProgress(byYear.get(year) ?? NO_PROGRESS, own))
  }
  const rows = sumTree(units.rows, { none: NO_PROGRESS, own: (unit) => byUnit.get(unit.id) ?? NO_PROGRESS, add: addProgress })
  return {
    ...head,
    total: rows.filter(({ kind }) => kind === 'block').reduce((sum, row) => addProgress(sum, row.sum), NO_PROGRESS),
    years: [
      ...head.terms.years.map(({ year }, place) => ({ year, progress: byYear.get(place) ?? NO_PROGRESS })),
      { progress: byYear.get(null) ?? NO_PROGRESS },
    ],
    rows: rows.map(({ sum, ...row }) => ({ ...row, progress: sum })),
    at,
  }
}

const NO_PROGRESS: Progress = { lines: 0, unpriced: 0, costDong: 0, done: 0, 'not-yet': 0, differently: 0, 'cannot-tell': 0 }

function progressOf({ lines, unpriced, cost, ...key }: GroupRow, terms: PlanTerms): Progress {
  const { outcome } = outcomeOfKey(key, terms)
  return { ...NO_PROGRESS, lines: Number(lines), unpriced: Number(unpriced), costDong: Number(cost), [outcome]: Number(lines) }
}

function addProgress(one: Progress, other: Progress): Progress {
  return Object.fromEntries(
    Object.keys(NO_PROGRESS).map((key) => [key, one[key as keyof Progress] + other[key as keyof Progress]]),
  ) as Progress
}
