/** Which units a list within a plan shows: one unit with all below it, or a block. The plan itself stays that of all its units, because the money is theirs together. Pure. */
import type { DatedUnit } from '../counts/tree.ts'

export type ListedPlace = { readonly inUnit?: number | undefined; readonly inBlock?: string | undefined }

type Unit = Pick<DatedUnit, 'id' | 'block' | 'parentId'>

export function listedUnits(units: readonly Unit[], { inUnit, inBlock }: ListedPlace): ReadonlySet<number> {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  /** From the unit up to the topmost that is among them: a block holds what stands below its units. */
  const lineOf = (unit: Unit): Unit[] => {
    const parent = unit.parentId === null ? undefined : byId.get(unit.parentId)
    return parent ? [unit, ...lineOf(parent)] : [unit]
  }
  const isListed = (unit: Unit) => {
    const line = lineOf(unit)
    return (inUnit === undefined || line.some(({ id }) => id === inUnit)) && (inBlock === undefined || line.at(-1)?.block === inBlock)
  }
  return new Set(units.filter(isListed).map(({ id }) => id))
}
