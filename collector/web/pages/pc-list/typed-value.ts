/** The value of a filter while it is edited: text as a person types it, turned to and from what the collector takes. */
import type { Column, FilterOperator } from '@somay/shared/api/pcs.ts'
import type { Filter } from '@somay/shared/text/filter-sentence.ts'
import type { Language } from '@somay/shared/text/words.ts'
import { bytesToGigabytes, dayToInstant, gigabytesToBytes, instantForOperator, instantToDay, wholeNumber } from './filter-value.ts'

export function typedOf(filter: Filter | undefined, column: Column | undefined, language: Language): string {
  if (!filter || !column) return ''
  if (column.kind === 'bytes') return bytesToGigabytes(filter.value, language === 'vi' ? ',' : '.')
  if (column.kind === 'instant') return instantToDay(filter.value)
  return filter.value
}

/** Undefined: not yet something the collector could take. */
export function readTyped(typed: string, operator: FilterOperator, column: Column): string | undefined {
  switch (column.kind) {
    case 'bytes':
      return gigabytesToBytes(typed)?.toString()
    case 'count':
      return wholeNumber(typed)?.toString()
    case 'instant': {
      const dayStart = dayToInstant(typed)
      return dayStart === undefined ? undefined : String(instantForOperator(operator, dayStart))
    }
    case 'yes-no':
      return typed === 'no' ? 'no' : 'yes'
    case 'text':
    case 'choice':
    case 'unit':
      return typed.trim() === '' ? undefined : typed.trim()
  }
}
