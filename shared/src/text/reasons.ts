/** The words for what is not known and why, once, for screens, files and paper; apart from the schemas, so that pages may take them. */
import type { UnknownReason } from '../unknown.ts'
import type { Language, Words } from './words.ts'

/** A value may also be missing because no report told it yet, the maker left a sample text in its place, nobody entered it at the PC, or the table it is looked up in is too old. */
export type Reason = UnknownReason | 'no-report' | 'placeholder' | 'not-entered' | 'table-old'

export const UNKNOWN_WORD: Words = { vi: 'chưa rõ', en: 'unknown' }

export const REASON_WORDS: Readonly<Record<Reason, Words>> = {
  'not-supported': { vi: 'máy hoặc hệ điều hành không hỗ trợ việc đọc', en: 'this PC or its system cannot tell' },
  'access-denied': { vi: 'cần quyền quản trị để đọc', en: 'reading needs administrator rights' },
  'timed-out': { vi: 'quá thời gian chờ khi đọc', en: 'reading took too long' },
  failed: { vi: 'đọc không thành công', en: 'reading failed' },
  'turned-off': { vi: 'chính sách không cho thu thập', en: 'collection is turned off by policy' },
  'no-report': { vi: 'chưa có bản kê', en: 'no report yet' },
  placeholder: { vi: 'hãng để trống', en: 'left blank by the maker' },
  'not-entered': { vi: 'chưa ai nhập', en: 'nobody entered it' },
  'table-old': { vi: 'bảng tra cứu đã quá cũ', en: 'the table of reference is too old' },
}

/** Who can make it known. */
const REMEDY_WORDS: Readonly<Record<Reason, Words>> = {
  'not-supported': {
    vi: 'Phần mềm không đọc được trên máy này; cán bộ CNTT của đơn vị có thể xem tại máy.',
    en: 'Software cannot read it on this PC; the unit’s IT officer can look at the PC itself.',
  },
  'access-denied': {
    vi: 'Phần mềm trạm chạy bằng quyền quản trị sẽ đọc được.',
    en: 'The agent can read it when it runs with administrator rights.',
  },
  'timed-out': { vi: 'Lần kiểm kê sau sẽ tự đọc lại.', en: 'The next inventory will try again.' },
  failed: {
    vi: 'Lần kiểm kê sau sẽ tự đọc lại; nếu vẫn vậy, xem nhật ký phần mềm trạm.',
    en: 'The next inventory will try again; if it stays, see the log of the agent.',
  },
  'turned-off': { vi: 'Quản trị viên có thể cho phép thu thập mục này.', en: 'An administrator can allow its collection.' },
  placeholder: { vi: 'Không phần mềm nào đọc được; xem nhãn trên vỏ máy.', en: 'No software can read it; see the label on the case.' },
  'not-entered': {
    vi: 'Cán bộ CNTT của đơn vị nhập tại máy, trong cửa sổ phần mềm trạm.',
    en: 'The unit’s IT officer enters it at the PC, in the agent’s window.',
  },
  'table-old': {
    vi: 'Quản trị viên nạp bảng mới hơn bằng lệnh "reference import".',
    en: 'An administrator imports a newer one with "reference import".',
  },
  'no-report': { vi: 'Sẽ có khi phần mềm trạm gửi bản kê kế tiếp.', en: 'It will come with the next report of the agent.' },
}

/** A newer agent or collector may know a reason that these pages do not: then its code is shown, never another reason. */
export function reasonText(reason: string, language: Language): string {
  return Object.hasOwn(REASON_WORDS, reason) ? REASON_WORDS[reason as Reason][language] : reason
}

export function remedyText(reason: string, language: Language): string | undefined {
  return Object.hasOwn(REMEDY_WORDS, reason) ? REMEDY_WORDS[reason as Reason][language] : undefined
}
