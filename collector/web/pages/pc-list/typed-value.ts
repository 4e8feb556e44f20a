/** The value of a filter while it is edited: text as a person types it, turned to and from what the collector takes. */
import type { Column, FilterOperator } from '@somay/shared/api/pcs.ts'
import type { Filter } from '@somay/shared/text/filter-sentence.ts'
import type { Language } from '@somay/shared/text/words.ts'
import { bytesToGigabytes, dayToInstant, gigabytesToBytes, instantForOperator, instantToDay, wholeNumber } from './filter-value.ts'

// As the collector takes it.
const MOST_DAYS = 36_500

/** Whether an operator asks for a number of days before now, and not for a day. */
export function isDaysAgo(operator: string): boolean {
  return operator === 'within' || operator === 'older'
}

type Place = { language: Language; timeZone: string }

export function typedOf(filter: Filter | undefined, column: Column | undefined, { language, timeZone }: Place): string {
  if (!filter || !column || isDaysAgo(filter.operator)) return filter?.value ?? ''
  if (column.kind === 'bytes') return bytesToGigabytes(filter.value, language === 'vi' ? ',' : '.')
  if (column.kind === 'instant') return instantToDay(filter.value, timeZone)
  return filter.value
}

/** Undefined: not yet something the collector could take. */
export function readTyped(typed: string, operator: FilterOperator, column: Column, timeZone: string): string | undefined {
  if (isDaysAgo(operator)) {
    const days = wholeNumber(typed)
    return days !== undefined && days >= 1 && days <= MOST_DAYS ? String(days) : undefined
  }
  switch (column.kind) {
    case 'bytes':
      return gigabytesToBytes(typed)?.toString()
    case 'count':
      return wholeNumber(typed)?.toString()
    case 'instant': {
      const day = dayToInstant(typed, timeZone)
      return day === undefined ? undefined : String(instantForOperator(operator, day))
    }
    case 'yes-no':
      return typed === 'no' ? 'no' : 'yes'
    case 'text':
    case 'choice':
    case 'unit':
      return typed.trim() === '' ? undefined : typed.trim()
  }
}
