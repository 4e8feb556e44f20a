/** The stays of two PCs that turn out to be one, and of one that turns out to be two. Pure. */
import { type Span, spliced, unionOf } from './spans.ts'

export type Stay = Span & { readonly unitId: number }

/** Where both stood at once, where `chosen` stood counts. In their order. */
export function unionOfStays(chosen: readonly Stay[], other: readonly Stay[]): Stay[] {
  return joined(unionOf(chosen, other))
}

/** What was before the moment as it was then, and from it on as it is now. */
export function splicedStays(before: readonly Stay[], now: readonly Stay[], at: number): Stay[] {
  return joined(spliced(before, now, at))
}

/** Stays in one unit without a gap are one. */
function joined(stays: readonly Stay[]): Stay[] {
  const found: Stay[] = []
  for (const stay of stays) {
    const last = found.at(-1)
    if (last && last.unitId === stay.unitId && last.until === stay.since) found[found.length - 1] = { ...last, until: stay.until }
    else found.push(stay)
  }
  return found
}
