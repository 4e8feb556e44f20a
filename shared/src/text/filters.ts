/** The words of filters: one phrase per operator, worded to follow the heading of a column. */
import type { FilterOperator } from '../api/pcs.ts'
import type { Words } from './words.ts'

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
  within: { vi: 'trong … ngày qua', en: 'in the last … days' },
  older: { vi: 'quá … ngày trước', en: 'more than … days ago' },
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

export const YES_NO: Record<'yes' | 'no', Words> = { yes: { vi: 'có', en: 'yes' }, no: { vi: 'không', en: 'no' } }

export const OR: Words = { vi: ' hoặc ', en: ' or ' }
export const AND: Words = { vi: ' và ', en: ' and ' }

export const searchWords = (q: string): Words => ({ vi: `Tìm “${q}”`, en: `Search “${q}”` })
