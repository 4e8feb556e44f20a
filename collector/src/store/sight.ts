/** Who sees what becomes of an ended unit: nobody comes to see other people's PCs by a reorganisation, save where units that stood take them in. Pure. */
import type { Reorganisation, UnitRef } from './reorganise.ts'

type Plan = Pick<Reorganisation, 'made' | 'ended'>
/** Of the units that stand or once stood. */
export type Parents = ReadonlyMap<number, number | null>

/** Who sees some units and all below them. */
export type Holder = { readonly name: string; readonly unitIds: readonly number[] }

/** `losing`: who saw an ended unit and will not see all that comes of it. `gaining`: who will see PCs of ended units they did not see before. */
export type Sight = {
  readonly losing: readonly string[]
  readonly gaining: readonly { readonly name: string; readonly unitIds: readonly number[] }[]
}

const keyOf = (ref: UnitRef): string => ('key' in ref ? `key ${ref.key}` : `unit ${ref.unitId}`)

/** The unit and all above it, as the plan leaves them. */
function upwards(ref: UnitRef, made: Plan['made'], parents: Parents): ReadonlySet<string> {
  const chain = new Set<string>()
  let at: UnitRef | null | undefined = ref
  while (at && !chain.has(keyOf(at))) {
    chain.add(keyOf(at))
    const here: UnitRef = at
    if ('key' in here) at = made.find(({ key }) => key === here.key)?.parent
    else {
      const parentId = parents.get(here.unitId)
      at = typeof parentId === 'number' ? { unitId: parentId } : null
    }
  }
  return chain
}

/**
 * The units whose holders go on with the successor: one that becomes exactly one new unit, in which and below which the plan puts nothing that did
 * not lie below it before. Who saw one of several that were merged must be let in anew.
 */
export function keptInSight({ made, ended }: Plan, parents: Parents): { readonly unitId: number; readonly key: string }[] {
  const arrivals = ended.map(({ unitId, into }) => ({
    from: upwards({ unitId }, [], parents),
    into: into.map((ref) => upwards(ref, made, parents)),
  }))
  return ended.flatMap(({ unitId, into: [heir, ...others] }) => {
    if (!heir || others.length > 0 || !('key' in heir) || !made.some(({ key }) => key === heir.key)) return []
    const own = keyOf({ unitId })
    const there = keyOf(heir)
    const isApart = arrivals.every(({ from, into }) => from.has(own) || !into.some((chain) => chain.has(there)))
    return isApart ? [{ unitId, key: heir.key }] : []
  })
}

export function sightAfter(plan: Plan, parents: Parents, holders: readonly Holder[]): Sight {
  const kept = new Map(keptInSight(plan, parents).map(({ unitId, key }) => [keyOf({ unitId }), keyOf({ key })]))
  const steps = plan.ended.map(({ unitId, into }) => ({
    unitId,
    before: upwards({ unitId }, [], parents),
    after: into.map((ref) => upwards(ref, plan.made, parents)),
  }))
  const losing: string[] = []
  const gaining: { name: string; unitIds: number[] }[] = []
  for (const { name, unitIds } of holders) {
    const seen = unitIds.map((unitId) => keyOf({ unitId }))
    const since = [...seen, ...seen.flatMap((unit) => kept.get(unit) ?? [])]
    const sees = (units: readonly string[], chain: ReadonlySet<string>) => units.some((unit) => chain.has(unit))
    if (steps.some(({ before, after }) => sees(seen, before) && !after.every((chain) => sees(since, chain)))) losing.push(name)
    // PCs go to the first of the successors.
    const more = steps.filter(({ before, after: [first] }) => first !== undefined && !sees(seen, before) && sees(since, first))
    if (more.length > 0) gaining.push({ name, unitIds: more.map(({ unitId }) => unitId) })
  }
  return { losing, gaining }
}
