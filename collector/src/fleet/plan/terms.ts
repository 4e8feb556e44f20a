/** What a plan is made under, as asked for: the versions used, the fields changed beside them, the day, the years and their budgets; or refused with what is wrong. */
import type { PlanQuery, PlanTerms } from '@somay/shared/api/plans.ts'
import { PolicySchema, type Prices } from '@somay/shared/api/policies.ts'
import { dayOf } from '@somay/shared/text/dates.ts'
import { dayText } from '@somay/shared/text/days.ts'
import { ITEM_NAMES } from '@somay/shared/text/plan.ts'
import { ceilingsOn } from '../../plan/prices.ts'
import type { Reference } from '../../plan/reference/reference.ts'
import type { Circumstances } from '../../plan/verdict.ts'
import { dayAsked } from '../../platform/day-asked.ts'
import { Problem } from '../../platform/problem.ts'
import type { Database } from '../../store/dialect/dialect.ts'
import { type Version, versionUsed } from './versions.ts'

export type PlanPlace = {
  readonly database: Database
  readonly now: () => number
  readonly timeZone: string
  /** The tables in use. */
  readonly reference: () => Promise<Reference>
}

/** Enough to see where a budget leads; each year more is a column more. */
const YEARS = 3

export async function termsAsked({ database, now, timeZone, reference: tables }: PlanPlace, query: PlanQuery): Promise<PlanTerms> {
  const today = dayOf(now(), timeZone)
  const on = query.on === undefined ? dayText(today) : dayText(dayAsked('on', query.on))
  const [policy, priceBook, reference] = await Promise.all([
    versionUsed(database, 'policy', { id: query.policy, on }),
    versionUsed(database, 'price-book', { id: query.priceBook, on }),
    tables(),
  ])
  if (!policy) throw wrong(`policy: không có chính sách số ${query.policy}`, `policy: there is no policy number ${query.policy}`)
  if (!priceBook)
    throw wrong(`priceBook: không có bảng giá số ${query.priceBook}`, `priceBook: there is no price book number ${query.priceBook}`)
  const policyChanges = Object.fromEntries(Object.keys(PolicySchema.properties).flatMap((field) => given(query, field, field)))
  const priceChanges = Object.fromEntries(ITEM_NAMES.flatMap((item) => given(query, `price-${item}`, item)))
  const prices: Prices = { ...priceBook.content.prices, ...priceChanges }
  return {
    on,
    policy: { ...used(policy, policy.content, policyChanges), policy: { ...policy.content, ...policyChanges } },
    priceBook: { ...used(priceBook, priceBook.content.prices, priceChanges), fromDay: priceBook.fromDay, prices },
    years: yearsAsked(query, Number(on.slice(0, 4))),
    reference: { lifecycle: reference.lifecycle.asOf, builds: reference.builds.asOf },
    ceilings: ceilingsOn(priceBook.content.ceilings, on).map((ceiling) => ({
      ...ceiling,
      exceeded: (prices[ceiling.item] ?? 0) > ceiling.dong,
    })),
  }
}

export function circumstancesOf({ policy, priceBook, on }: PlanTerms): Circumstances {
  return { policy: policy.policy, prices: priceBook.prices, on }
}

function given(query: PlanQuery, key: string, field: string): [string, unknown][] {
  const value = (query as Readonly<Record<string, unknown>>)[key]
  return value === undefined ? [] : [[field, value]]
}

/** A field given as it stands is no change. */
function used({ id, name, version }: Version<unknown>, content: object, changes: object) {
  const before = content as Readonly<Record<string, unknown>>
  return { id, name, version, changed: Object.entries(changes).some(([field, value]) => before[field] !== value) }
}

function yearsAsked({ years, firstYear, budget }: PlanQuery, yearOfPlan: number): PlanTerms['years'] {
  const budgets = budget?.split(',').map(Number) ?? []
  const count = years ?? Math.max(budgets.length, budget === undefined ? 1 : YEARS)
  if (budgets.length > count) throw wrong('budget: nhiều số tiền hơn số năm', 'budget: more amounts than years')
  return Array.from({ length: count }, (_, place) => {
    const budgetDong = budgets[place] ?? budgets.at(-1)
    return { year: (firstYear ?? yearOfPlan + 1) + place, ...(budgetDong !== undefined && { budgetDong }) }
  })
}

function wrong(vi: string, en: string): Problem {
  return new Problem('query-invalid', { vi, en })
}
