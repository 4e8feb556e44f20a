/** Puts counts into the order of the committee's table: blocks, their units, what lies below each; sums on every level. Pure. */
import type { CountRow, Counts, Figures } from '@somay/shared/api/counts.ts'
import { addFigures, noFigures } from '@somay/shared/text/figures.ts'
import type { UnitCount } from './query.ts'

export type DatedUnit = {
  readonly id: number
  readonly name: string
  readonly block: string
  readonly parentId: number | null
}

/** `units` are those of the date in their order; one whose parent is not among them stands in its block by itself. */
export function countTree(
  units: readonly DatedUnit[],
  counts: readonly UnitCount[],
  blocks: readonly string[],
): Pick<Counts, 'rows' | 'total' | 'outside'> {
  const own = new Map<number, Figures>()
  for (const { unitId, state, pcs } of counts) own.set(unitId, { ...(own.get(unitId) ?? noFigures()), [state]: pcs })
  const ids = new Set(units.map(({ id }) => id))
  const below = Map.groupBy(units, ({ parentId }) => (parentId !== null && ids.has(parentId) ? parentId : null))
  const rows: CountRow[] = []

  /** The row stands before those below it, whose sums it holds. */
  function add(row: Omit<CountRow, 'figures'>, own: Figures, children: readonly DatedUnit[]): Figures {
    const place = rows.push({ ...row, figures: own }) - 1
    const figures = children
      .map(({ id, name, block }) => add({ kind: 'unit', unitId: id, name, block, depth: row.depth + 1 }, ownOf(id), below.get(id) ?? []))
      .reduce(addFigures, own)
    rows[place] = { ...row, figures }
    return figures
  }
  const ownOf = (id: number) => own.get(id) ?? noFigures()

  const sums = { total: noFigures(), outside: noFigures() }
  const roots = [...Map.groupBy(below.get(null) ?? [], ({ block }) => block)].sort(([one], [other]) => (one < other ? -1 : 1))
  for (const [block, children] of roots) {
    const figures = add({ kind: 'block', name: block, block, depth: 0 }, noFigures(), children)
    const sum = blocks.includes(block) ? 'total' : 'outside'
    sums[sum] = addFigures(sums[sum], figures)
  }
  return { rows, ...sums }
}
