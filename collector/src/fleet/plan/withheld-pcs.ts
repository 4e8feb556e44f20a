/** The PCs of a plan that the caller may not be told the names of, as numbers by unit, need and year: so that a list adds up to its plan. */
import type { VerdictKind } from '@somay/shared/text/plan.ts'
import { type RawBuilder, sql } from 'kysely'
import { isMarked } from '../../access/scope.ts'
import type { Database } from '../../store/dialect/dialect.ts'
import type { FundedGroup } from './funded-groups.ts'
import type { PlanAsked, PlanGroups } from './plan-groups.ts'
import { inSlicesSql, slicesByYear } from './slices.ts'

export type WithheldPcs = {
  readonly unit: string
  readonly group: FundedGroup
  /** From 0; undefined where no year pays, or there is nothing to pay. */
  readonly year: number | undefined
  readonly pcs: number
}

export async function readWithheldPcs(
  { read, dialect }: Database,
  { terms, scope }: PlanAsked,
  { units, groups }: PlanGroups,
  verdicts: readonly VerdictKind[],
): Promise<WithheldPcs[]> {
  if (scope !== 'all-open') return []
  const slices = groups.flatMap((group) => slicesByYear(group, terms, verdicts))
  // Places are those among all PCs of a unit; units without such a PC are not read.
  const holding = (unitId: RawBuilder<unknown>) => sql<boolean>`${unitId} in (select unit_id from pc where ${isMarked(sql`pc.id`)})`
  const { rows } = await sql<{ slice: number; pcs: number }>`
    select s.slice, count(*) as pcs from ${inSlicesSql(dialect, terms, slices, holding)}
    where ${isMarked(sql`s.pc_id`)} group by s.slice order by s.slice`.execute(read)
  const names = new Map(units.map(({ id, name }) => [id, name]))
  return rows.map(({ slice, pcs }) => {
    const { group, year } = slices[slice] as (typeof slices)[number]
    return { unit: names.get(group.unitId) ?? '', group, year: year < 0 ? undefined : year, pcs: Number(pcs) }
  })
}
