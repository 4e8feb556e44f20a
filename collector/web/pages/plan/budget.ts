/** The money of each year: one amount for all of them, or one for each. Pure. */
import { type PlanView, withKey } from './url-state.ts'

/** What the collector takes for granted where a budget is given and no number of years. */
const YEARS_WITH_BUDGET = 3
export const MOST_YEARS = 10

export function yearsIn({ years, budget }: PlanView): number {
  if (years !== undefined && /^\d{1,2}$/.test(years) && Number(years) >= 1 && Number(years) <= MOST_YEARS) return Number(years)
  return budget === undefined ? 1 : Math.max(amountsIn(budget).length, YEARS_WITH_BUDGET)
}

function amountsIn(budget: string | undefined): number[] {
  return (budget ?? '')
    .split(',')
    .filter((text) => /^\d{1,15}$/.test(text))
    .map(Number)
}

export type Budget =
  | { readonly kind: 'none' }
  | { readonly kind: 'same'; readonly dong: number }
  | { readonly kind: 'each'; readonly dong: readonly number[] }

/** Fewer amounts than years repeat the last. */
export function budgetIn(view: PlanView): Budget {
  const amounts = amountsIn(view.budget)
  const [first] = amounts
  if (first === undefined) return { kind: 'none' }
  if (amounts.length === 1) return { kind: 'same', dong: first }
  return { kind: 'each', dong: Array.from({ length: yearsIn(view) }, (_, year) => amounts[year] ?? amounts.at(-1) ?? first) }
}

export function withBudget(view: PlanView, budget: Budget): PlanView {
  if (budget.kind === 'none') return withKey(view, 'budget', undefined)
  return withKey(view, 'budget', budget.kind === 'same' ? budget.dong : budget.dong.join(','))
}

/** Amounts of years that are no more go with them; a year more has what the last has. */
export function withYears(view: PlanView, years: number): PlanView {
  const budget = budgetIn(view)
  const next = withKey(view, 'years', years)
  if (budget.kind !== 'each') return next
  const amounts = Array.from({ length: years }, (_, year) => budget.dong[year] ?? budget.dong.at(-1) ?? 0)
  return withBudget(next, years === 1 ? { kind: 'same', dong: amounts[0] ?? 0 } : { kind: 'each', dong: amounts })
}

/** One amount for each of the years, to begin with all alike; or the first for all. */
export function apart(view: PlanView, isApart: boolean): PlanView {
  const budget = budgetIn(view)
  if (budget.kind === 'none') return view
  const first = budget.kind === 'same' ? budget.dong : (budget.dong[0] ?? 0)
  const years = yearsIn(view)
  return withBudget(view, isApart ? { kind: 'each', dong: Array.from({ length: years }, () => first) } : { kind: 'same', dong: first })
}
