/** What the dialogs work on: the units that stand, the draft over them, and how every unit is called. Pure. */
import { type Draft, labelsOf, type Ref, refOf, type Standing } from './draft.ts'

export type Plan = {
  readonly units: readonly Standing[]
  readonly draft: Draft
  readonly labels: ReadonlyMap<Ref, string>
}

export function planOf(units: readonly Standing[], draft: Draft, newWord: string): Plan {
  return { units, draft, labels: labelsOf(units, draft, newWord) }
}

/** Those that stand and do not end in this draft. */
export function goingOn({ units, draft }: Plan): Ref[] {
  const ended = new Set(draft.ended.map(({ unitId }) => unitId))
  return units.filter(({ id }) => !ended.has(id)).map(({ id }) => refOf(id))
}

/** What may be a parent or a successor: what goes on, and what is new. */
export function after(plan: Plan): Ref[] {
  return [...plan.draft.made.map(({ key }) => key), ...goingOn(plan)]
}
