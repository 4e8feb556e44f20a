/** Terms of a kept scenario in words: its money, its day and what it changes beside its versions. Pure. */
import type { Policy, Prices } from '@somay/shared/api/policies.ts'
import { formatDay } from '@somay/shared/text/days.ts'
import { formatDong } from '@somay/shared/text/numbers.ts'
import { ITEMS } from '@somay/shared/text/plan.ts'
import type { Language } from '@somay/shared/text/words.ts'
import { budgetIn, yearsIn } from '../plan/budget.ts'
import { THRESHOLDS } from '../plan/thresholds.ts'
import type { PlanView } from '../plan/url-state.ts'
import { valueWords } from '../plan/value-words.ts'
import { changedPrices, changedThresholds, policyIn, pricesIn, type Value } from '../plan/values.ts'

export function budgetWords(view: PlanView, language: Language): string {
  const vi = language === 'vi'
  const budget = budgetIn(view)
  const years = yearsIn(view)
  const from = view.firstYear === undefined ? '' : vi ? ` từ ${view.firstYear}` : ` from ${view.firstYear}`
  const span = vi ? `${years} năm${from}` : `${years} ${years === 1 ? 'year' : 'years'}${from}`
  if (budget.kind === 'none') return vi ? `không giới hạn, ${span}` : `no limit, ${span}`
  if (budget.kind === 'each') return `${budget.dong.map((dong) => formatDong(dong, language)).join(', ')} (${span})`
  return vi ? `${formatDong(budget.dong, language)} mỗi năm, ${span}` : `${formatDong(budget.dong, language)} a year, ${span}`
}

export function dayWords({ on }: PlanView, language: Language): string {
  if (on !== undefined) return formatDay(on)
  return language === 'vi' ? 'ngày mở' : 'the day it is opened'
}

export function changeWords(view: PlanView, policy: Policy | undefined, prices: Prices | undefined, language: Language): readonly string[] {
  const thresholds =
    policy === undefined ? [] : changedThresholds(view, policy).map((name) => ({ name, value: policyIn(view, policy)[name] }))
  const items =
    prices === undefined
      ? []
      : changedPrices(view, prices).flatMap((item) => {
          const dong = pricesIn(view, prices)[item]
          return dong === undefined ? [] : [{ item, dong }]
        })
  return [
    ...thresholds.map(({ name, value }) => thresholdWords(THRESHOLDS[name].label[language], valueWords(name, value, language), value)),
    ...items.map(({ item, dong }) => `${ITEMS[item][language]} ${formatDong(dong, language)}`),
  ]
}

/** The label has a gap where the value belongs, is a question, or is followed by the value. */
function thresholdWords(label: string, words: string, value: Value): string {
  if (label.includes('…')) return label.replace('…', words)
  return typeof value === 'boolean' ? `${label}: ${words}` : `${label} ${words}`
}
