/** The words for what is not known and why, once, for screens, files and paper; apart from the schemas, so that pages may take them. */
import type { UnknownReason } from '../unknown.ts'
import type { Words } from './words.ts'

/** A value may also be missing because no report told it yet, or because the maker left a sample text in its place. */
export type Reason = UnknownReason | 'no-report' | 'placeholder'

export const UNKNOWN_WORD: Words = { vi: 'chưa rõ', en: 'unknown' }

export const REASON_WORDS: Readonly<Record<Reason, Words>> = {
  'not-supported': { vi: 'máy hoặc hệ điều hành không hỗ trợ việc đọc', en: 'this PC or its system cannot tell' },
  'access-denied': { vi: 'cần quyền quản trị để đọc', en: 'reading needs administrator rights' },
  'timed-out': { vi: 'quá thời gian chờ khi đọc', en: 'reading took too long' },
  failed: { vi: 'đọc không thành công', en: 'reading failed' },
  'turned-off': { vi: 'chính sách không cho thu thập', en: 'collection is turned off by policy' },
  'no-report': { vi: 'chưa có bản kê', en: 'no report yet' },
  placeholder: { vi: 'hãng để trống', en: 'left blank by the maker' },
}
