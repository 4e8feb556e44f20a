/** A plan between its address, where everything is text, and what is kept of it, where numbers and yes or no are what they are. Pure. */
import type { PlanQuery } from '@somay/shared/api/plans.ts'
import { THRESHOLDS } from './thresholds.ts'
import { PLAN_KEYS, type PlanKey, type PlanView } from './url-state.ts'

/** What stays text: a day, and budgets with commas between them. */
const TEXTS: ReadonlySet<PlanKey> = new Set<PlanKey>(['on', 'budget'])

/** What cannot be meant stays as it stands: the collector refuses it in words, and nothing is kept that was not asked. */
export function askedOf(view: PlanView): PlanQuery {
  return Object.fromEntries(PLAN_KEYS.flatMap((key) => (view[key] === undefined ? [] : [[key, typedValue(key, view[key])]]))) as PlanQuery
}

export function viewOf(asked: PlanQuery): PlanView {
  return Object.fromEntries(PLAN_KEYS.flatMap((key) => (asked[key] === undefined ? [] : [[key, String(asked[key])]]))) as PlanView
}

function typedValue(key: PlanKey, text: string): string | number | boolean {
  if (TEXTS.has(key)) return text
  if (isYesNo(key)) return text === 'true' || text === 'false' ? text === 'true' : text
  return /^\d{1,15}$/.test(text) ? Number(text) : text
}

function isYesNo(key: PlanKey): boolean {
  return key in THRESHOLDS && THRESHOLDS[key as keyof typeof THRESHOLDS].kind === 'yes-no'
}
