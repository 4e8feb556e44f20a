/** How deep each unit stands in its tree, and of which day its counts are. Pure. */
import type { UnitTree } from '@somay/shared/api/units.ts'

/** 1 for those right below their block; `units` stand parents first. */
export function depthsOf(units: readonly UnitTree['units'][number][]): ReadonlyMap<number, number> {
  const depths = new Map<number, number>()
  for (const { id, parentId } of units) depths.set(id, (parentId === undefined ? 0 : (depths.get(parentId) ?? 0)) + 1)
  return depths
}

/**
 * The day of the counts to which a unit in the tree of a day leads: that day, on which it stood. Undefined is the last whole day, for what
 * stands today and stood before; the counts of a day to come are not to be had.
 */
export function countsDay({ validFrom }: { readonly validFrom: string }, treeDay: string, today: string): string | undefined {
  if (treeDay < today) return treeDay
  return validFrom === today ? today : undefined
}
