/** The stays of two PCs that turn out to be one, and of one that turns out to be two. Pure. */

/** From `since` up to, not including, `until`; null: still. */
export type Stay = { readonly since: number; readonly until: number | null; readonly unitId: number }

const end = ({ until }: Stay): number => until ?? Number.POSITIVE_INFINITY
const asUntil = (at: number): number | null => (at === Number.POSITIVE_INFINITY ? null : at)

/** Where both stood at once, where `chosen` stood counts. In their order. */
export function unionOfStays(chosen: readonly Stay[], other: readonly Stay[]): Stay[] {
  const rest = other.flatMap((stay) => without(stay, chosen))
  return joined([...chosen, ...rest].sort((one, next) => one.since - next.since))
}

/** The parts of a stay in which none of the others stands. */
function without(stay: Stay, others: readonly Stay[]): Stay[] {
  let parts: Stay[] = [stay]
  for (const other of others)
    parts = parts.flatMap((part) => {
      if (end(other) <= part.since || other.since >= end(part)) return [part]
      return [
        { ...part, until: asUntil(Math.min(end(part), other.since)) },
        { ...part, since: Math.max(part.since, end(other)) },
      ].filter((piece) => piece.since < end(piece))
    })
  return parts
}

/** What was before the moment as it was then, and from it on as it is now. */
export function splicedStays(before: readonly Stay[], now: readonly Stay[], at: number): Stay[] {
  const earlier = before.filter(({ since }) => since < at).map((stay) => ({ ...stay, until: asUntil(Math.min(end(stay), at)) }))
  const later = now.filter((stay) => end(stay) > at).map((stay) => ({ ...stay, since: Math.max(stay.since, at) }))
  return joined([...earlier, ...later])
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
