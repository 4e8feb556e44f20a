/** A plan as its address has it: the names of the collector's query, and only what differs from the versions chosen. Pure. */
import type { PlannedPcsQuery } from '@somay/shared/api/planned-pcs.ts'
import type { PlanQuery } from '@somay/shared/api/plans.ts'
import { ITEM_NAMES, type Item } from '@somay/shared/text/plan.ts'
import { THRESHOLD_NAMES } from './thresholds.ts'

export const PLAN = '/plan'
export const PLANNED_PCS = '/plan/pcs'

export type PlanKey = keyof PlanQuery
/** As it stands in the address: what is no number there is refused by the collector, in words. */
export type PlanView = Readonly<Partial<Record<PlanKey, string>>>

export const priceKey = (item: Item): `price-${Item}` => `price-${item}`

export const PRICE_KEYS = ITEM_NAMES.map(priceKey)

export const PLAN_KEYS: readonly PlanKey[] = [
  'policy',
  'priceBook',
  'on',
  'unit',
  'years',
  'firstYear',
  'budget',
  ...THRESHOLD_NAMES,
  ...PRICE_KEYS,
]

export function readPlanView(search: string): PlanView {
  return given(search, PLAN_KEYS)
}

/** Which PCs of a plan: a verdict, a remedy, a year, those without a price, a place within it. */
const FILTER_KEYS = ['verdict', 'remedy', 'year', 'unpriced', 'inUnit', 'inBlock'] as const satisfies readonly (keyof PlannedPcsQuery)[]
export type FilterKey = (typeof FILTER_KEYS)[number]
export type PlannedFilter = Readonly<Partial<Record<FilterKey, string>>>

export function readPlannedFilter(search: string): PlannedFilter {
  return given(search, FILTER_KEYS)
}

function given<K extends string>(search: string, keys: readonly K[]): Readonly<Partial<Record<K, string>>> {
  const parameters = new URLSearchParams(search)
  return Object.fromEntries(keys.flatMap((key) => (parameters.get(key) ? [[key, parameters.get(key)]] : []))) as Partial<Record<K, string>>
}

/** The same as the collector is asked and as the address has it. */
export function planParameters(view: PlanView, filter: PlannedFilter = {}): string {
  const parameters = new URLSearchParams()
  for (const [key, value] of [...PLAN_KEYS.map((name) => [name, view[name]]), ...FILTER_KEYS.map((name) => [name, filter[name]])] as const)
    if (key !== undefined && value !== undefined) parameters.set(key, value)
  return parameters.toString()
}

export function planAddress(view: PlanView, path: string = PLAN): string {
  return withParameters(path, planParameters(view))
}

export function plannedPcsAddress(view: PlanView, filter: PlannedFilter): string {
  return withParameters(PLANNED_PCS, planParameters(view, filter))
}

function withParameters(path: string, parameters: string): string {
  return parameters === '' ? path : `${path}?${parameters}`
}

/** Undefined takes it out. */
export function withKey(view: PlanView, key: PlanKey, value: string | number | boolean | undefined): PlanView {
  const { [key]: _, ...others } = view
  return value === undefined ? others : { ...others, [key]: String(value) }
}

export function without(view: PlanView, keys: readonly PlanKey[]): PlanView {
  return keys.reduce((left, key) => withKey(left, key, undefined), view)
}
