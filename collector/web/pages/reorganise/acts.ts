/** The acts of a reorganisation on its draft: a unit that ends takes along what lies below it and what was to go into it. Pure. */
import type { ReorganisationAsked, TreeReading } from '@somay/shared/api/units.ts'
import { type Block, blockOf, type Draft, type Ended, type Made, type NewUnit, type Ref, refOf, type Standing } from './draft.ts'

/** The draft with the unit, and the ref of it. */
export function addMade(draft: Draft, unit: NewUnit): readonly [draft: Draft, ref: Ref] {
  const key = `n${Math.max(0, ...draft.made.map((made) => Number(made.key.slice(1)))) + 1}`
  return [{ ...draft, made: [...draft.made, { ...unit, key }] }, key]
}

type Listed = ReorganisationAsked['made']

/** Units read from a list, under keys of this draft; their parents come before or after them, or stand. */
export function addListed(draft: Draft, listed: Listed): Draft {
  const keys = new Map<string, string>()
  let grown = draft
  for (const { key, name, block, orderNo, code = '' } of listed) {
    const [next, ref] = addMade(grown, { name, block, orderNo, code, parent: undefined })
    grown = next
    keys.set(key, ref)
  }
  const parents = new Map(listed.flatMap(({ key, parent }) => (parent ? [[keys.get(key), parent] as const] : [])))
  const made = grown.made.map((unit) => {
    const parent = parents.get(unit.key)
    return parent === undefined ? unit : { ...unit, parent: 'unitId' in parent ? refOf(parent.unitId) : keys.get(parent.key) }
  })
  return { ...grown, made }
}

/** Units that a list has otherwise: a new one takes over from each. Those that end in the draft already are left to it. */
export function replaceListed(draft: Draft, units: readonly Standing[], changed: TreeReading['changed']): Draft {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const depthOf = (unit: Standing | undefined): number => (unit?.parentId === undefined ? 0 : 1 + depthOf(byId.get(unit.parentId)))
  // What lies deepest first: whoever goes on below a unit that is replaced is made anew, and would be made twice.
  const deepest = [...changed].sort((one, other) => depthOf(byId.get(other.unitId)) - depthOf(byId.get(one.unitId)))
  let next = draft
  for (const { unitId, block, orderNo, code = '' } of deepest) {
    const unit = byId.get(unitId)
    if (unit && goesOn(next, unitId)) next = replaceUnit(next, units, unitId, { ...likeBefore(unit), block, orderNo, code })
  }
  return next
}

export function changeMade(draft: Draft, units: readonly Standing[], changed: Made): Draft {
  return settleBlocks({ ...draft, made: draft.made.map((made) => (made.key === changed.key ? changed : made)) }, units)
}

/** A unit whose only successor it was stands on. */
export function dropMade(draft: Draft, key: string): Draft {
  const made = draft.made.filter((unit) => unit.key !== key)
  const ended = draft.ended.map((unit) => ({ ...unit, into: unit.into.filter((ref) => ref !== key) }))
  return {
    made: made.map((unit) => (unit.parent === key ? { ...unit, parent: undefined } : unit)),
    ended: ended.filter(({ into }) => into.length > 0),
  }
}

export function dropEnded(draft: Draft, unitId: number): Draft {
  return { ...draft, ended: draft.ended.filter((unit) => unit.unitId !== unitId) }
}

/** Units end into their successors, all at once: whatever lies below one of them and goes on is made anew below its first successor. */
export function endUnits(draft: Draft, units: readonly Standing[], ended: readonly Ended[]): Draft {
  const ids = new Set(ended.map(({ unitId }) => unitId))
  let next: Draft = { ...draft, ended: [...draft.ended.filter(({ unitId }) => !ids.has(unitId)), ...ended] }
  for (const { unitId, into } of ended) {
    next = follow(next, unitId, into)
    for (const child of units.filter((unit) => unit.parentId === unitId && goesOn(next, unit.id)))
      next = replaceUnit(next, units, child.id, { ...likeBefore(child), parent: into[0] })
  }
  return settleBlocks(next, units)
}

function goesOn({ ended }: Draft, unitId: number): boolean {
  return !ended.some((unit) => unit.unitId === unitId || unit.into.includes(refOf(unitId)))
}

/** What was to go into a unit, or lie below it, does so with its successors. */
function follow({ made, ended }: Draft, unitId: number, into: readonly Ref[]): Draft {
  const old = refOf(unitId)
  return {
    made: made.map((unit) => (unit.parent === old ? { ...unit, parent: into[0] } : unit)),
    ended: ended.map((unit) =>
      unit.into.includes(old) ? { ...unit, into: [...new Set(unit.into.flatMap((ref) => (ref === old ? into : [ref])))] } : unit,
    ),
  }
}

/** As it stands today, to begin from; codes and orders go on unless somebody says otherwise. */
export function likeBefore({ name, block, orderNo, code = '', parentId }: Standing): NewUnit {
  return { name, block: block as Block, orderNo, code, parent: parentId === undefined ? undefined : refOf(parentId) }
}

/** Another name, another place: units are dated, so a new one takes over. */
export function replaceUnit(draft: Draft, units: readonly Standing[], unitId: number, unit: NewUnit): Draft {
  const [next, ref] = addMade(draft, unit)
  return endUnits(next, units, [{ unitId, into: [ref] }])
}

/** Several become one: a new unit, or one that stands already. */
export function mergeUnits(draft: Draft, units: readonly Standing[], unitIds: readonly number[], into: NewUnit | Ref): Draft {
  const [next, ref] = typeof into === 'string' ? [draft, into] : addMade(draft, into)
  return endUnits(
    next,
    units,
    unitIds.filter((id) => refOf(id) !== ref).map((unitId) => ({ unitId, into: [ref] })),
  )
}

/** One becomes several, in its place. */
export function splitUnit(draft: Draft, units: readonly Standing[], unit: Standing, names: readonly string[]): Draft {
  let next = draft
  const into = names.map((name, place) => {
    const [added, ref] = addMade(next, { ...likeBefore(unit), code: '', name, orderNo: unit.orderNo + place })
    next = added
    return ref
  })
  return endUnits(next, units, [{ unitId: unit.id, into }])
}

/** What lies below another is in its block; as many rounds as units can lie below each other. */
function settleBlocks(draft: Draft, units: readonly Standing[]): Draft {
  let next = draft
  for (let round = 0; round < draft.made.length; round++) {
    const made = next.made.map((unit) => {
      const above = unit.parent === undefined ? undefined : blockOf(unit.parent, units, next)
      return above === undefined || above === unit.block ? unit : { ...unit, block: above }
    })
    if (made.every((unit, place) => unit === next.made[place])) break
    next = { ...next, made }
  }
  return next
}
