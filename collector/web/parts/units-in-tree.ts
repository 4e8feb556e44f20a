/** Units as a choice shows them: by block in their order, each below its parent. Pure. */
import type { Units } from '@somay/shared/api/units.ts'

export type Unit = Pick<Units['units'][number], 'id' | 'name' | 'block' | 'parentId'>
type Line = { readonly id: number; readonly name: string; readonly depth: number }

export type UnitsOfBlock = { readonly block: string; readonly units: readonly Line[] }

/** A unit whose parent is not among them stands in its block by itself. */
export function unitsInTree(units: readonly Unit[]): UnitsOfBlock[] {
  const ids = new Set(units.map(({ id }) => id))
  const isBelowOther = ({ parentId }: Unit) => parentId !== undefined && ids.has(parentId)
  const linesOf = ({ id, name }: Unit, depth: number): Line[] => [
    { id, name, depth },
    ...units.filter(({ parentId }) => parentId === id).flatMap((child) => linesOf(child, depth + 1)),
  ]
  const roots = units.filter((unit) => !isBelowOther(unit))
  const blocks = [...new Set(roots.map(({ block }) => block))].sort()
  return blocks.map((block) => ({
    block,
    units: roots.filter((root) => root.block === block).flatMap((root) => linesOf(root, 0)),
  }))
}
