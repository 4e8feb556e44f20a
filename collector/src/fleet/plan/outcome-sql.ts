/** Lines of a committed plan beside what stands now, as SQL: the plan's own rules asked of the fleet as it is, of the plan's own day. */
import type { PlanTerms } from '@somay/shared/api/plans.ts'
import type { VerdictKind } from '@somay/shared/text/plan.ts'
import { type RawBuilder, sql } from 'kysely'
import { type Line, type OutcomeOf, outcomeOf, type Since, SUPPORT_BITS, UPDATES_BIT } from '../../plan/outcome.ts'
import type { Gathered } from '../../plan/settle.ts'
import type { SystemSince, UpdatesSince } from '../../plan/system-since.ts'
import { codeSql, gatheredOf } from './gathered-code.ts'
import { findingsSql } from './rule-sql.ts'
import { systemSinceSql, updatesSinceSql } from './system-since-sql.ts'
import { circumstancesOf } from './terms.ts'
import { lastWentSql, movedSinceSql } from './went-sql.ts'
import { windows11BitsSql, windows11Told } from './windows-11-sql.ts'

export type Committed = { readonly id: number; readonly committedAt: number; readonly terms: PlanTerms }

/** What the outcome of a line follows from: lines alike in it have the same. `now_code` is null where the PC left the ledger. */
export type OutcomeKey = Omit<Gathered, 'nature' | 'system'> & {
  /** By which system the PC was priced; null in lines of before that was kept. */
  readonly own_system: Gathered['system'] | null
  readonly verdict: VerdictKind
  readonly now_code: number | null
  readonly heard: number
  readonly moved: number
  readonly system: SystemSince
  readonly updates: UpdatesSince
  readonly windows11: number
}

export const KEY_COLUMNS = {
  verdict: 'text',
  findings: 'int',
  casing: 'text',
  memory: 'text',
  life: 'text',
  own_system: 'text',
  now_code: 'int',
  heard: 'int',
  moved: 'int',
  system: 'text',
  updates: 'text',
  windows11: 'int',
} as const satisfies Record<keyof OutcomeKey, 'int' | 'text'>

/** The lines of a plan with the columns of `OutcomeKey`, and `now_pc`: the PC itself, or the one it was merged into since. */
export function outcomesSql({ id, committedAt, terms }: Committed): RawBuilder<unknown> {
  const { policy, on } = circumstancesOf(terms)
  const anywhere = () => sql<boolean>`1 = 1`
  const has = (row: 'l' | 'n', bits: number) => sql<boolean>`(${sql.ref(`${row}.findings`)} & ${sql.lit(bits)}) <> 0`
  return sql`(
    select l.*, q.id as now_pc, n.code as now_code,
      case when c.inventory_at > ${committedAt} then 1 else 0 end as heard,
      case when q.unit_id <> l.unit_id and l.pc_id in (select v.id from ${movedSinceSql(committedAt)} v) then 1 else 0 end as moved,
      case when ${has('l', SUPPORT_BITS)} then ${systemSinceSql} else 'unread' end as system,
      case when ${has('l', UPDATES_BIT)} then ${updatesSinceSql} else 'untold' end as updates,
      case when ${has('l', SUPPORT_BITS)} and not ${has('n', SUPPORT_BITS)} then ${windows11BitsSql(sql<boolean>`(m.may_go_to_windows11 = 1 or m.on_windows11 = 1)`)} else 0 end as windows11
    from committed_line l left join ${lastWentSql} f on f.id = l.pc_id join pc q on q.id = coalesce(f.now, l.pc_id)
    join pc_contact c on c.pc_id = q.id join pc_measure m on m.pc_id = q.id
    left join (select w.pc_id, w.findings, ${codeSql({ policy, on })} as code from ${findingsSql(policy, on, anywhere)} w) n on n.pc_id = q.id
    where l.plan_id = ${sql.lit(id)})`
}

type LineHeld = Omit<Gathered, 'nature' | 'system'> & Pick<OutcomeKey, 'own_system'>

/** Plans are made for PCs that people sit at. */
export function gatheredOfLine({ findings, casing, memory, life, own_system }: LineHeld, now?: Gathered): Gathered {
  return { findings: Number(findings), nature: 'office', casing, memory, life, system: own_system ?? now?.system ?? 'windows' }
}

export function outcomeOfKey(key: OutcomeKey, terms: PlanTerms): OutcomeOf {
  const now = key.now_code === null ? undefined : gatheredOf(Number(key.now_code))
  const line: Line = { verdict: key.verdict, ...gatheredOfLine(key, now) }
  const since: Since = {
    now,
    isHeard: Number(key.heard) === 1,
    isMoved: Number(key.moved) === 1,
    system: key.system,
    updates: key.updates,
    windows11: windows11Told(Number(key.windows11)),
  }
  return outcomeOf(line, since, circumstancesOf(terms))
}
