/** What a policy would do to the fleet: PCs, verdicts and money by unit, asked of the database in one pass. */
import { type RawBuilder, sql } from 'kysely'
import { type Circumstances, firstYearWithin, type Gathered, settle, type Verdict } from '../../plan/verdict.ts'
import type { Database } from '../../store/dialect/dialect.ts'
import { type PcPart, pcParts } from '../pc-parts.ts'
import { findingsSql } from './rule-sql.ts'

/** A condition on a column that holds a unit id. */
export type UnitCondition = (unitId: RawBuilder<unknown>) => RawBuilder<boolean>

/** PCs of a unit alike in what was found and in everything a planner pays for. */
export type PlannedGroup = Pick<Verdict, 'kind' | 'remedies' | 'works' | 'costDong' | 'points'> &
  Gathered & { readonly unitId: number; readonly pcs: number }

export async function whatIf(database: Database, circumstances: Circumstances, within: UnitCondition): Promise<PlannedGroup[]> {
  const found = await Promise.all((await pcParts(database)).map((part) => groupsOf(database, circumstances, within, part)))
  const groups = new Map<string, GroupRow>()
  for (const row of found.flat()) {
    const key = `${row.unitId} ${row.findings} ${row.portable} ${row.life}`
    groups.set(key, { ...row, pcs: Number(row.pcs) + (groups.get(key)?.pcs ?? 0) })
  }
  return [...groups.values()].map(({ unitId, pcs, ...row }) => {
    const gathered = gatheredOf(row)
    return { unitId, pcs, ...gathered, ...settle(gathered, circumstances) }
  })
}

/** As the database tells it: what SQL has no words for. */
export type GatheredRow = { readonly findings: number; readonly portable: number; readonly life: Gathered['life'] }
type GroupRow = GatheredRow & { readonly unitId: number; readonly pcs: number }

export function gatheredOf({ findings, portable, life }: GatheredRow): Gathered {
  return { findings: Number(findings), portable: portable === 1, life }
}

/** The columns of `GatheredRow` over the table of `findingsSql`, which is called `w`. */
export function gatheredSql({ policy, on }: Pick<Circumstances, 'policy' | 'on'>): RawBuilder<unknown> {
  const first = sql.lit(firstYearWithin(policy, on))
  return sql`w.findings, case when w.portable = 1 then 1 else 0 end as portable,
    case when w.year_in_use is null then 'unknown' when w.year_in_use >= ${first} then 'within' else 'past' end as life`
}

async function groupsOf({ read }: Database, circumstances: Circumstances, within: UnitCondition, part: PcPart): Promise<GroupRow[]> {
  const { policy, on } = circumstances
  const inPart = (pcId: RawBuilder<unknown>, unitId: RawBuilder<unknown>) => sql<boolean>`${part(pcId)} and ${within(unitId)}`
  const { rows } = await sql<GroupRow>`
    select w.unit_id as "unitId", ${gatheredSql(circumstances)}, count(*) as pcs from ${findingsSql(policy, on, inPart)} w group by 1, 2, 3, 4`.execute(
    read,
  )
  return rows
}
