/** Which units of an older count became which of a newer one, over however many reorganisations lie between. Pure. */
import type { CountRow, Figures } from '@somay/shared/api/counts.ts'
import type { UnitTree } from '@somay/shared/api/units.ts'
import { addFigures, noFigures } from '@somay/shared/text/figures.ts'

export type Successions = {
  /** By a unit that stood in the older count alone: its successors, in the order of the newer one. */
  readonly became: ReadonlyMap<number, readonly CountRow[]>
  /** By a unit of the newer count: what went into it, in the order of the older one. */
  readonly cameFrom: ReadonlyMap<number, readonly CountRow[]>
}

export function successionsOf(old: readonly CountRow[], fresh: readonly CountRow[], heirs: UnitTree['heirs']): Successions {
  const standing = new Set(fresh.map(({ unitId }) => unitId))
  const next = new Map<number, number[]>()
  for (const { unitId, heirId } of heirs) next.set(unitId, [...(next.get(unitId) ?? []), heirId])
  const became = new Map<number, readonly CountRow[]>()
  const cameFrom = new Map<number, CountRow[]>()
  for (const row of old) {
    if (row.unitId === undefined || standing.has(row.unitId)) continue
    const reached = heirsStanding(row.unitId, next, standing)
    const successors = fresh.filter(({ unitId }) => unitId !== undefined && reached.has(unitId))
    if (successors.length > 0) became.set(row.unitId, successors)
    for (const { unitId } of successors) cameFrom.set(unitId as number, [...(cameFrom.get(unitId as number) ?? []), row])
  }
  return { became, cameFrom }
}

/** Heirs of heirs, up to those that stand. */
function heirsStanding(
  unitId: number,
  next: ReadonlyMap<number, readonly number[]>,
  standing: ReadonlySet<number | undefined>,
): Set<number> {
  const seen = new Set([unitId])
  // A set walks over what is added to it meanwhile.
  for (const id of seen) if (!standing.has(id)) for (const heirId of next.get(id) ?? []) seen.add(heirId)
  return seen
}

/** Without those that stand below another of them, whose figures hold theirs; `all` is the whole count, parents first. */
export function topmost(some: readonly CountRow[], all: readonly CountRow[]): CountRow[] {
  const chosen = new Set(some)
  const found: CountRow[] = []
  let within = Number.POSITIVE_INFINITY
  for (const row of all) {
    if (row.depth > within) continue
    within = chosen.has(row) ? row.depth : Number.POSITIVE_INFINITY
    if (chosen.has(row)) found.push(row)
  }
  return found
}

/** What some units have together, none of it twice. */
export function together(some: readonly CountRow[], all: readonly CountRow[]): Figures {
  return topmost(some, all).reduce((sum, { figures }) => addFigures(sum, figures), noFigures())
}
