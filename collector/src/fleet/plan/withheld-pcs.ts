/** The PCs of a plan that the caller may not be told the names of, as numbers by unit, need and year: so that a list adds up to its plan. */
import type { VerdictKind } from '@somay/shared/text/plan.ts'
import { sql } from 'kysely'
import { isMarked } from '../../access/scope.ts'
import type { Database } from '../../store/dialect/dialect.ts'
import type { FundedGroup } from './funded-groups.ts'
import { type Members, placesOf } from './members.ts'
import type { PlanAsked, PlanGroups } from './plan-groups.ts'
import { slicesByYear } from './slices.ts'

export type WithheldPcs = {
  readonly unit: string
  readonly group: FundedGroup
  /** From 0; undefined where no year pays, or there is nothing to pay. */
  readonly year: number | undefined
  readonly pcs: number
}

export async function readWithheldPcs(
  { read }: Database,
  { terms, scope }: PlanAsked,
  { units, groups, members }: PlanGroups & { readonly members: Members },
  verdicts: readonly VerdictKind[],
): Promise<WithheldPcs[]> {
  if (scope !== 'all-open') return []
  const { rows } = await sql<{ id: number }>`select pc.id from pc where ${isMarked(sql`pc.id`)}`.execute(read)
  const marked = new Set(rows.map(({ id }) => id))
  const byUnit = Map.groupBy(groups, ({ unitId }) => unitId)
  return units.flatMap(({ id: unitId, name }) => {
    const slices = (byUnit.get(unitId) ?? []).flatMap((group) => slicesByYear(group, terms, verdicts))
    const pcs = new Map<number, number>()
    // Places are those among all PCs of a unit.
    for (const [pcId, slice] of placesOf(members, unitId, slices)) if (marked.has(pcId)) pcs.set(slice, (pcs.get(slice) ?? 0) + 1)
    return [...pcs]
      .sort(([one], [other]) => one - other)
      .map(([slice, count]) => {
        const { group, year } = slices[slice] as (typeof slices)[number]
        return { unit: name, group, year: year < 0 ? undefined : year, pcs: count }
      })
  })
}
