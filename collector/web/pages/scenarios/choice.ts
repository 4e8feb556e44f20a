/** Which scenarios stand side by side, as the address has them; the terms in view on the page of planning may be one of them and stand in the address too. Pure. */
import { SCENARIOS } from '../plan/committed-address.ts'
import { type PlanView, planAddress } from '../plan/url-state.ts'

/** The terms in view, among the numbers of scenarios. */
export const NOW = 'now'
export type ChoiceId = typeof NOW | number

export const LEAST = 2
export const MOST = 3

export function readChoice(search: string): readonly ChoiceId[] {
  const ids = (new URLSearchParams(search).get('ids') ?? '').split(',').flatMap((text): ChoiceId[] => {
    if (text === NOW) return [NOW]
    return /^[1-9]\d{0,14}$/.test(text) ? [Number(text)] : []
  })
  return [...new Set(ids)].slice(0, MOST)
}

export function choiceAddress(view: PlanView, ids: readonly ChoiceId[]): string {
  const address = planAddress(view, SCENARIOS)
  if (ids.length === 0) return address
  return `${address}${address.includes('?') ? '&' : '?'}ids=${ids.join(',')}`
}

/** Ticked last stands last; the first is what the others are compared with. */
export function toggled(ids: readonly ChoiceId[], id: ChoiceId): readonly ChoiceId[] {
  return ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id].slice(0, MOST)
}
