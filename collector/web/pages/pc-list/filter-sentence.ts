/** A filter as the words a person reads: "RAM dưới 8 GB". */
import type { Column, FilterOperator } from '@somay/shared/api/pcs.ts'
import { formatBytes, formatNumber } from '@somay/shared/text/numbers.ts'
import type { Language } from '@somay/shared/text/words.ts'
import { dayOperatorWords, filterText, operatorWords } from '../../text/filter.ts'
import { sayIn } from '../../text/text.ts'
import { instantToDay } from './filter-value.ts'
import type { Filter, ListView } from './url-state.ts'

type Named = { readonly id: number; readonly name: string }

/** What words need beside the filter itself. */
export type Wording = { language: Language; columns: readonly Column[]; units: readonly Named[] }

export function filterSentence(filter: Filter, wording: Wording): string {
  const column = wording.columns.find(({ key }) => key === filter.column)
  // A link may name a column that no longer exists; its raw text is at least removable.
  if (!column || !isOperator(filter.operator)) return `${filter.column} ${filter.operator} ${filter.value}`.trim()
  return `${column.heading[wording.language]} ${predicate(filter.operator, filter.value, column, wording)}`
}

function predicate(operator: FilterOperator, value: string, column: Column, wording: Wording): string {
  const { language } = wording
  const say = sayIn(filterText, language)
  if (operator === 'known' || operator === 'unknown') return operatorWords[operator][language]
  if (column.kind === 'yes-no') return `${operatorWords.is[language]} “${say(value === 'yes' ? 'yes' : 'no')}”`
  const said = valueWords(value, column, wording)
  if (column.kind === 'instant') return `${(dayOperatorWords[operator] ?? operatorWords[operator])[language]} ${said}`
  if (operator === 'le') return say('atMost', { value: said })
  if (operator === 'ge') return say('atLeast', { value: said })
  return `${operatorWords[operator][language]} ${said}`
}

function valueWords(value: string, column: Column, { language, units }: Wording): string {
  const or = sayIn(filterText, language)('or')
  switch (column.kind) {
    case 'bytes':
      return formatBytes(Number(value), language)
    case 'count':
      return formatNumber(Number(value), language)
    case 'instant':
      return instantToDay(value)
    case 'choice':
      return value
        .split(',')
        .map((one) => column.choices?.find((choice) => choice.value === one)?.label[language] ?? one)
        .join(or)
    case 'unit':
      return value
        .split(',')
        .map((one) => units.find(({ id }) => String(id) === one)?.name ?? `#${one}`)
        .join(or)
    case 'text':
    case 'yes-no':
      return `“${value}”`
  }
}

/** The whole selection in one sentence, for print and for the live region. */
export function viewSentence(view: ListView, wording: Wording): string {
  const say = sayIn(filterText, wording.language)
  const parts = view.filters.map((filter) => filterSentence(filter, wording))
  if (view.q.trim() !== '') parts.unshift(say('search', { q: view.q.trim() }))
  return parts.join(say('and'))
}

export function isOperator(text: string): text is FilterOperator {
  return Object.hasOwn(operatorWords, text)
}

/** The phrase of an operator alone, as the editor lists it. */
export function operatorPhrase(operator: FilterOperator, column: Column, language: Language): string {
  const words = column.kind === 'instant' ? (dayOperatorWords[operator] ?? operatorWords[operator]) : operatorWords[operator]
  return words[language]
}
