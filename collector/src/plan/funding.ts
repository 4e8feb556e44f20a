/** Spreads a budget over years: PCs in most need first, of the same need the cheaper first; what does not fit waits for the next year, and what is left for a PC further down that fits. */

/** PCs alike in need and price. In the same need and price the order of the list decides. */
export type Fundable = { readonly points: number; readonly costDong: number; readonly pcs: number }

/** How many PCs of a group each year pays for, in the order of years; what is missing to all of them is not funded. */
export type Funded = readonly number[]

/** `budgetsDong` is what each year may spend; null: whatever is needed. The same order of groups gives the same answer. */
export function fund<G extends Fundable>(groups: readonly G[], budgetsDong: readonly (number | null)[]): Map<G, Funded> {
  const order = [...groups].sort((one, other) => other.points - one.points || one.costDong - other.costDong)
  const funded = new Map(order.map((group) => [group, budgetsDong.map(() => 0)]))
  const waiting = new Map(order.map((group) => [group, group.pcs]))
  for (const [year, budget] of budgetsDong.entries()) {
    let left = budget ?? Number.POSITIVE_INFINITY
    for (const group of order) {
      const want = waiting.get(group) as number
      const affordable = group.costDong === 0 ? want : Math.min(want, Math.floor(left / group.costDong))
      if (affordable === 0) continue
      ;(funded.get(group) as number[])[year] = affordable
      waiting.set(group, want - affordable)
      left -= affordable * group.costDong
    }
  }
  return funded
}

/** The year, counted from 0, that pays for the PC at `place` of its group, counted from 0; undefined when none does. */
export function yearOf(funded: Funded, place: number): number | undefined {
  let before = 0
  for (const [year, pcs] of funded.entries()) {
    before += pcs
    if (place < before) return year
  }
  return undefined
}
