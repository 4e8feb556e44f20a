/** A plan of reorganisation as it is being put together: which units end into what, and which are new. Pure. */
import type { ReorganisationAsked, UnitTree } from '@somay/shared/api/units.ts'

export type Standing = UnitTree['units'][number]
export type Block = ReorganisationAsked['made'][number]['block']

/** "u12" is the standing unit 12, "n3" a new one of this plan by its key: as the options of a choice hold them. */
export type Ref = string

export type NewUnit = {
  readonly name: string
  readonly block: Block
  readonly orderNo: number
  /** Empty where it has none. */
  readonly code: string
  readonly parent: Ref | undefined
}
export type Made = NewUnit & { readonly key: string }
/** PCs go to the first of `into`. */
export type Ended = { readonly unitId: number; readonly into: readonly Ref[] }
export type Draft = { readonly made: readonly Made[]; readonly ended: readonly Ended[] }

export const EMPTY: Draft = { made: [], ended: [] }

export function isEmpty({ made, ended }: Draft): boolean {
  return made.length === 0 && ended.length === 0
}

export function refOf(unitId: number): Ref {
  return `u${unitId}`
}

/** Undefined for a new unit. */
export function standingId(ref: Ref): number | undefined {
  return ref.startsWith('u') ? Number(ref.slice(1)) : undefined
}

/** What the collector is asked. */
export function askedOf({ made, ended }: Draft, day: string, confirm: boolean): ReorganisationAsked {
  return {
    day,
    made: made.map(({ code, parent, ...unit }) => ({
      ...unit,
      ...(code !== '' && { code }),
      ...(parent !== undefined && { parent: sent(parent) }),
    })),
    ended: ended.map(({ unitId, into }) => ({ unitId, into: into.map(sent) })),
    ...(confirm && { confirm }),
  }
}

function sent(ref: Ref): { unitId: number } | { key: string } {
  const unitId = standingId(ref)
  return unitId === undefined ? { key: ref } : { unitId }
}

/** Every unit by its ref in words that mean one only: where another bears its name, whether it is new and what stands above it. */
export function labelsOf(units: readonly Standing[], { made }: Draft, newWord: string): ReadonlyMap<Ref, string> {
  const all = [
    ...units.map(({ id, name, parentId }) => ({ ref: refOf(id), name, above: parentId === undefined ? undefined : refOf(parentId) })),
    ...made.map(({ key, name, parent }) => ({ ref: key, name, above: parent })),
  ]
  const names = new Map(all.map(({ ref, name }) => [ref, name]))
  const bearers = new Map<string, number>()
  for (const { name } of all) bearers.set(name, (bearers.get(name) ?? 0) + 1)
  return new Map(
    all.map(({ ref, name, above }) => {
      if (bearers.get(name) === 1) return [ref, name]
      const apart = [standingId(ref) === undefined ? newWord : undefined, above === undefined ? undefined : names.get(above)]
      const said = apart.filter((word) => word !== undefined)
      return [ref, said.length === 0 ? name : `${name} (${said.join(', ')})`]
    }),
  )
}

export function blockOf(ref: Ref, units: readonly Standing[], { made }: Draft): Block | undefined {
  const id = standingId(ref)
  // The collector knows no other blocks than those it is asked for.
  return id === undefined ? made.find(({ key }) => key === ref)?.block : (units.find((unit) => unit.id === id)?.block as Block | undefined)
}
