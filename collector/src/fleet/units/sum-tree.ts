/** Puts what units hold into the order of the committee's table: blocks, their units, what lies below each; sums on every level. Pure. */
export type TreeUnit = { readonly id: number; readonly name: string; readonly block: string; readonly parentId: number | null }

/** A block, or a unit with everything below it; a block has its numeral as name. */
export type TreeRow<S> = {
  readonly kind: 'block' | 'unit'
  readonly unitId?: number
  readonly name: string
  readonly block: string
  /** 0 for blocks, 1 for their units, more below. */
  readonly depth: number
  readonly sum: S
}

export type Summing<U extends TreeUnit, S> = { readonly none: S; readonly own: (unit: U) => S; readonly add: (one: S, other: S) => S }

/** `units` are those of the date in their order; one whose parent is not among them stands in its block by itself. */
export function sumTree<U extends TreeUnit, S>(units: readonly U[], { none, own, add }: Summing<U, S>): TreeRow<S>[] {
  const ids = new Set(units.map(({ id }) => id))
  const below = Map.groupBy(units, ({ parentId }) => (parentId !== null && ids.has(parentId) ? parentId : null))
  const rows: TreeRow<S>[] = []

  /** The row stands before those below it, whose sums it holds. */
  function put(row: Omit<TreeRow<S>, 'sum'>, mine: S, children: readonly U[]): S {
    const place = rows.push({ ...row, sum: mine }) - 1
    const sum = children
      .map((unit) => {
        const { id: unitId, name, block } = unit
        return put({ kind: 'unit', unitId, name, block, depth: row.depth + 1 }, own(unit), below.get(unitId) ?? [])
      })
      .reduce(add, mine)
    rows[place] = { ...row, sum }
    return sum
  }

  const roots = [...Map.groupBy(below.get(null) ?? [], ({ block }) => block)].sort(([one], [other]) => (one < other ? -1 : 1))
  for (const [block, children] of roots) put({ kind: 'block', name: block, block, depth: 0 }, none, children)
  return rows
}
