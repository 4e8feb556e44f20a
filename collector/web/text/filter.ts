/** The words of filters: one phrase per operator, worded to follow the heading of a column. */
import type { FilterOperator } from '@somay/shared/api/pcs.ts'
import type { Words } from '@somay/shared/text/words.ts'
import type { Catalogue } from './text.ts'

export const operatorWords: Record<FilterOperator, Words> = {
  is: { vi: 'là', en: 'is' },
  not: { vi: 'không phải là', en: 'is not' },
  contains: { vi: 'có chứa', en: 'contains' },
  starts: { vi: 'bắt đầu bằng', en: 'starts with' },
  eq: { vi: 'bằng', en: 'is exactly' },
  lt: { vi: 'dưới', en: 'under' },
  le: { vi: 'từ … trở xuống', en: 'at most' },
  gt: { vi: 'trên', en: 'over' },
  ge: { vi: 'từ … trở lên', en: 'at least' },
  known: { vi: 'đã rõ', en: 'is known' },
  unknown: { vi: 'chưa rõ', en: 'is unknown' },
}

/** Of a day one says before and after, not under and over. */
export const dayOperatorWords: Partial<Record<FilterOperator, Words>> = {
  lt: { vi: 'trước ngày', en: 'before' },
  le: { vi: 'đến hết ngày', en: 'up to' },
  gt: { vi: 'sau ngày', en: 'after' },
  ge: { vi: 'từ ngày', en: 'since' },
}

export const filterText = {
  atMost: { vi: 'từ {value} trở xuống', en: 'at most {value}' },
  atLeast: { vi: 'từ {value} trở lên', en: 'at least {value}' },
  yes: { vi: 'có', en: 'yes' },
  no: { vi: 'không', en: 'no' },
  or: { vi: ' hoặc ', en: ' or ' },
  and: { vi: ' và ', en: ' and ' },
  search: { vi: 'Tìm “{q}”', en: 'Search “{q}”' },
} as const satisfies Catalogue
