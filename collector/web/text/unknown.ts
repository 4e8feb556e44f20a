/** Why something is not known, and who can make it known. */
import { REASON_WORDS, type Reason, UNKNOWN_WORD } from '@somay/shared/text/reasons.ts'
import type { Language, Words } from '@somay/shared/text/words.ts'
import type { Catalogue } from './text.ts'

const remedyWords: Record<Reason, Words> = {
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
  'no-report': { vi: 'Sẽ có khi phần mềm trạm gửi bản kê kế tiếp.', en: 'It will come with the next report of the agent.' },
}

export const unknownText = {
  unknown: UNKNOWN_WORD,
  placeholder: { vi: 'hãng để trống', en: 'left blank by the maker' },
  placeholderWhy: {
    vi: 'Hãng sản xuất để nguyên chữ mẫu “{text}”, không phải giá trị thật.',
    en: 'The maker left the sample text “{text}” in place; it is not a real value.',
  },
} as const satisfies Catalogue

/** The mark of a reason's footnote on paper: the same for the same reason on every sheet. */
export function noteOf(reason: string): string {
  const place = Object.keys(REASON_WORDS).indexOf(reason)
  return place < 0 ? '*' : String(place + 1)
}

/** A newer collector may know a reason that these pages do not: then its code is shown, never another reason. */
export function reasonText(reason: string, language: Language): string {
  return Object.hasOwn(REASON_WORDS, reason) ? REASON_WORDS[reason as Reason][language] : reason
}

export function remedyText(reason: string, language: Language): string | undefined {
  return Object.hasOwn(remedyWords, reason) ? remedyWords[reason as Reason][language] : undefined
}
