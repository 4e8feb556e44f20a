/** A fixed order for lists the system gives in any order: an inventory must not change when nothing changed. */
export function inOrder<T>(items: readonly T[], textOf: (item: T) => string): T[] {
  return items.toSorted((a, b) => compare(textOf(a), textOf(b)))
}

// By code unit, because the order of a locale differs between PCs.
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
