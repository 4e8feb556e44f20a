/** A filter as the words a person reads: "RAM dưới 8 GB"; for the screen, for paper and for the files. */
import type { Column, FilterOperator } from '../api/pcs.ts'
import { formatDate } from './dates.ts'
import { AND, dayOperatorWords, OR, operatorWords, searchWords, YES_NO } from './filters.ts'
import { formatBytes, formatNumber } from './numbers.ts'
import type { Language } from './words.ts'

export type Filter = { readonly column: string; readonly operator: string; readonly value: string }

type Named = { readonly id: number; readonly name: string }
type Described = Pick<Column, 'key' | 'heading' | 'kind'> & { readonly choices?: Column['choices'] | readonly Choice[] | undefined }
type Choice = { readonly value: string; readonly label: { readonly vi: string; readonly en: string } }

/** What words need beside the filter itself. */
export type Wording = { language: Language; columns: readonly Described[]; units: readonly Named[]; timeZone: string }

export function filterSentence(filter: Filter, wording: Wording): string {
  const column = wording.columns.find(({ key }) => key === filter.column)
  // A link may name a column that no longer exists; its raw text is at least removable.
  if (!column || !isOperator(filter.operator)) return `${filter.column} ${filter.operator} ${filter.value}`.trim()
  return `${column.heading[wording.language]} ${predicate(filter.operator, filter.value, column, wording)}`
}

/** The whole selection in one sentence. */
export function viewSentence(view: { readonly q: string; readonly filters: readonly Filter[] }, wording: Wording): string {
  const parts = view.filters.map((filter) => filterSentence(filter, wording))
  if (view.q.trim() !== '') parts.unshift(searchWords(view.q.trim())[wording.language])
  return parts.join(AND[wording.language])
}

function predicate(operator: FilterOperator, value: string, column: Described, wording: Wording): string {
  const { language } = wording
  const phrase = operatorPhrase(operator, column, language)
  if (operator === 'known' || operator === 'unknown') return phrase
  if (operator === 'within' || operator === 'older') return phrase.replace('…', formatNumber(Number(value), language))
  if (column.kind === 'yes-no') return `${phrase} “${YES_NO[value === 'yes' ? 'yes' : 'no'][language]}”`
  const said = valueWords(value, column, wording)
  return phrase.includes('…') ? phrase.replace('…', said) : `${phrase} ${said}`
}

function valueWords(value: string, column: Described, { language, units, timeZone }: Wording): string {
  const or = OR[language]
  switch (column.kind) {
    case 'bytes':
      return formatBytes(Number(value), language)
    case 'count':
      return formatNumber(Number(value), language)
    case 'instant':
      return value !== '' && Number.isFinite(Number(value)) ? formatDate(Number(value), timeZone) : value
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

export function isOperator(text: string): text is FilterOperator {
  return Object.hasOwn(operatorWords, text)
}

/** The phrase of an operator alone, as the editor lists it. */
export function operatorPhrase(operator: FilterOperator, column: Pick<Column, 'kind'>, language: Language): string {
  const words = column.kind === 'instant' ? (dayOperatorWords[operator] ?? operatorWords[operator]) : operatorWords[operator]
  return words[language]
}
