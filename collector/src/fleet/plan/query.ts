/** What a policy would do to the fleet: PCs, verdicts and money by unit, asked of the database in one pass. */
import { type RawBuilder, sql } from 'kysely'
import { bitsThat } from '../../plan/findings.ts'
import { buysMemory } from '../../plan/prices.ts'
import { type Circumstances, firstYearWithin, type Gathered, type Settled, settle } from '../../plan/verdict.ts'
import type { Database, JsonColumn } from '../../store/dialect/dialect.ts'
import { type PcPart, pcParts } from '../pc-parts.ts'
import { findingsSql } from './rule-sql.ts'

/** A condition on a column that holds a unit id. */
export type UnitCondition = (unitId: RawBuilder<unknown>) => RawBuilder<boolean>

/** PCs of a unit alike in what was found and in everything a planner pays for. */
export type PlannedGroup = Settled & Gathered & { readonly unitId: number; readonly pcs: number }

export async function whatIf(database: Database, circumstances: Circumstances, within: UnitCondition): Promise<PlannedGroup[]> {
  const found = await Promise.all((await pcParts(database)).map((part) => groupsOf(database, circumstances, within, part)))
  const groups = new Map<string, GroupRow>()
  for (const row of found.flat()) {
    const key = [row.unitId, ...GATHERED.map((name) => row[name])].join(' ')
    groups.set(key, { ...row, pcs: Number(row.pcs) + (groups.get(key)?.pcs ?? 0) })
  }
  return [...groups.values()].map(({ unitId, pcs, ...row }) => {
    const gathered = gatheredOf(row)
    return { unitId, pcs, ...gathered, ...settle(gathered, circumstances) }
  })
}

/** What PCs are alike in, as the database tells it. */
export type GatheredRow = Gathered
export const GATHERED_COLUMNS = {
  findings: 'int',
  nature: 'text',
  casing: 'text',
  memory: 'text',
  life: 'text',
} as const satisfies Record<keyof GatheredRow, JsonColumn>
export const GATHERED = Object.keys(GATHERED_COLUMNS) as readonly (keyof GatheredRow)[]

type GroupRow = GatheredRow & { readonly unitId: number; readonly pcs: number }

export function gatheredOf({ findings, ...row }: GatheredRow): Gathered {
  return { ...row, findings: Number(findings) }
}

/** What asks for memory: of the others no type is told, so that they fall into fewer groups. */
const MEMORY_BITS = bitsThat(buysMemory)

/** The columns of `GatheredRow` over the table of `findingsSql`, which is called `w`. */
export function gatheredSql({ policy, on }: Pick<Circumstances, 'policy' | 'on'>): RawBuilder<unknown> {
  const first = sql.lit(firstYearWithin(policy, on))
  return sql`w.findings, coalesce(w.nature, 'unknown') as nature,
    case w.portable when 1 then 'laptop' when 0 then 'desktop' else 'unknown' end as casing,
    case when w.findings & ${sql.lit(MEMORY_BITS)} = 0 then 'unknown' else coalesce(w.memory_type, 'unknown') end as memory,
    case when w.year_in_use is null then 'unknown' when w.year_in_use >= ${first} then 'within' else 'past' end as life`
}

async function groupsOf({ read }: Database, circumstances: Circumstances, within: UnitCondition, part: PcPart): Promise<GroupRow[]> {
  const { policy, on } = circumstances
  const inPart = (pcId: RawBuilder<unknown>, unitId: RawBuilder<unknown>) => sql<boolean>`${part(pcId)} and ${within(unitId)}`
  const { rows } = await sql<GroupRow>`
    select w.unit_id as "unitId", ${gatheredSql(circumstances)}, count(*) as pcs from ${findingsSql(policy, on, inPart)} w group by 1, 2, 3, 4, 5, 6`.execute(
    read,
  )
  return rows
}
