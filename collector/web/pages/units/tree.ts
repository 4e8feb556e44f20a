/** How deep each unit stands in its tree. Pure. */
import type { UnitTree } from '@somay/shared/api/units.ts'

/** 1 for those right below their block; `units` stand parents first. */
export function depthsOf(units: readonly UnitTree['units'][number][]): ReadonlyMap<number, number> {
  const depths = new Map<number, number>()
  for (const { id, parentId } of units) depths.set(id, (parentId === undefined ? 0 : (depths.get(parentId) ?? 0)) + 1)
  return depths
}
