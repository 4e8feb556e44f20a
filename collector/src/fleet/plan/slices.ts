/** Parts of a plan's groups, by verdict, remedy and the year that pays, and the PCs that stand in them as SQL. */
import type { PlanTerms } from '@somay/shared/api/plans.ts'
import type { Remedy, VerdictKind } from '@somay/shared/text/plan.ts'
import { type RawBuilder, sql } from 'kysely'
import { doneOf } from '../../plan/settle.ts'
import type { Dialect } from '../../store/dialect/dialect.ts'
import type { FundedGroup } from './funded-groups.ts'
import { codeOf, codeSql } from './gathered-code.ts'
import type { UnitCondition } from './query.ts'
import { findingsSql } from './rule-sql.ts'
import { circumstancesOf } from './terms.ts'

/** Places `from` to `to` of the PCs of a group, counted from 0 in the order in which they joined. */
export type Slice = { readonly code: number; readonly from: number; readonly to: number; readonly group: FundedGroup }

export type SliceCriteria = {
  readonly verdicts?: readonly VerdictKind[] | undefined
  readonly remedy?: Remedy | undefined
  /** From 0; -1 is what no year pays for. */
  readonly year?: number | undefined
  /** Those alone that need something without a price. */
  readonly unpriced?: boolean | undefined
}

/** The places within a group that are asked for: all of it, or what one year pays for. */
export function slicesOf(group: FundedGroup, { years }: PlanTerms, { verdicts, remedy, year, unpriced }: SliceCriteria): Slice[] {
  const { kind, funded, pcs } = group
  if (verdicts && !verdicts.includes(kind)) return []
  if (remedy !== undefined && !doneOf(group).includes(remedy)) return []
  if (unpriced && group.costDong !== undefined) return []
  const own = { code: codeOf(group), group }
  if (year === undefined) return [{ ...own, from: 0, to: pcs }]
  const paidBefore = (count: number) => funded.slice(0, count).reduce((sum, paid) => sum + paid, 0)
  const [from, to] = year < 0 ? [paidBefore(years.length), funded.length > 0 ? pcs : 0] : [paidBefore(year), paidBefore(year + 1)]
  return from < to ? [{ ...own, from, to }] : []
}

/** The groups of a unit cut by the year that pays for them; -1 where none does. */
export function slicesByYear(
  group: FundedGroup,
  terms: PlanTerms,
  verdicts: readonly VerdictKind[],
): (Slice & { readonly year: number })[] {
  if (group.funded.length === 0) return slicesOf(group, terms, { verdicts }).map((slice) => ({ ...slice, year: -1 }))
  return [-1, ...terms.years.keys()].flatMap((year) => slicesOf(group, terms, { verdicts, year }).map((slice) => ({ ...slice, year })))
}

/** A table `s` of pc_id, place and the number of the slice, from 0, for PCs of units where `within` holds. */
export function inSlicesSql(dialect: Dialect, terms: PlanTerms, slices: readonly Slice[], within: UnitCondition): RawBuilder<unknown> {
  const { policy, on } = circumstancesOf(terms)
  const columns = { slice: 'int', unit_id: 'int', code: 'int', first: 'int', beyond: 'int' } as const
  const wanted = slices.map(({ group: { unitId }, code, from, to }, slice) => [slice, unitId, code, from, to])
  // PCs of a group stand in the order in which they joined: the first of them are paid first.
  return sql`(
    with j as materialized (select * from ${dialect.rows('r', columns, JSON.stringify(wanted))})
    select g.pc_id, j.slice, g.place
    from (
      select f.*, row_number() over (partition by f.unit_id, f.code order by f.pc_id) - 1 as place
      from (select w.pc_id, w.unit_id, ${codeSql({ policy, on })} as code from ${findingsSql(policy, on, (_, unitId) => within(unitId))} w) f
    ) g
    join j on j.unit_id = g.unit_id and j.code = g.code and g.place >= j.first and g.place < j.beyond) s`
}
