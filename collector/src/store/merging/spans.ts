/** Times laid over each other, whatever they are of: for two PCs that turn out to be one, and for one that turns out to be two. Pure. */

/** From `since` up to, not including, `until`; null: still. */
export type Span = { readonly since: number; readonly until: number | null }

const end = ({ until }: Span): number => until ?? Number.POSITIVE_INFINITY
const asUntil = (at: number): number | null => (at === Number.POSITIVE_INFINITY ? null : at)

/** Where both are told of at once, `chosen` counts. In their order. */
export function unionOf<T extends Span>(chosen: readonly T[], other: readonly T[]): T[] {
  const rest = other.flatMap((span) => without(span, chosen))
  return [...chosen, ...rest].sort((one, next) => one.since - next.since)
}

/** The parts of a span in which none of the others is. */
function without<T extends Span>(span: T, others: readonly Span[]): T[] {
  let parts: T[] = [span]
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
export function spliced<T extends Span>(before: readonly T[], now: readonly T[], at: number): T[] {
  const earlier = before.filter(({ since }) => since < at).map((span) => ({ ...span, until: asUntil(Math.min(end(span), at)) }))
  const later = now.filter((span) => end(span) > at).map((span) => ({ ...span, since: Math.max(span.since, at) }))
  return [...earlier, ...later]
}

/** What stood at the moment goes on standing, whatever came after. */
export function asOfMoment<T extends Span>(spans: readonly T[], at: number): T[] {
  const before = spliced(spans, [], at)
  const last = before.at(-1)
  return last?.until === at ? [...before.slice(0, -1), { ...last, until: null }] : before
}
