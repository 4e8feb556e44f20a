/** Numbers the rows of a tree of units as the committee's table does: Roman numerals for blocks, Arabic for units, starting anew in each block. Pure. */
export type NumberedRow = { readonly kind: 'block' | 'unit'; readonly block: string; readonly depth: number }

/** In the order of `rows`: "I", 1, "1.1", 2. */
export function treeNumbers(rows: readonly NumberedRow[]): (string | number)[] {
  const places: number[] = []
  return rows.map(({ kind, block, depth }) => {
    places.length = depth + 1
    if (kind === 'block') {
      places[0] = 0
      return block
    }
    places[depth] = (places[depth] ?? 0) + 1
    return depth === 1 ? (places[1] as number) : places.slice(1).join('.')
  })
}
