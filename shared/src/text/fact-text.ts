/** The texts of facts on pages and in the window, and how what is not known is marked. */
import type { Catalogue } from './catalogue.ts'
import { REASON_WORDS, UNKNOWN_WORD } from './reasons.ts'

export const factText = {
  unknown: UNKNOWN_WORD,
  unknownBecause: { vi: 'Chưa rõ: {reason}.', en: 'Unknown: {reason}.' },
  placeholder: { vi: 'hãng để trống', en: 'left blank by the maker' },
  placeholderWhy: {
    vi: 'Hãng sản xuất để nguyên chữ mẫu “{text}”, không phải giá trị thật.',
    en: 'The maker left the sample text “{text}” in place; it is not a real value.',
  },
  none: { vi: 'không có', en: 'none' },
  showAll: { vi: 'Hiện cả {count} dòng', en: 'Show all {count} rows' },
  table: { vi: 'Bảng: {label}', en: 'Table: {label}' },
  personal: { vi: 'Dữ liệu cá nhân', en: 'Personal data' },
  source: { vi: 'Nguồn', en: 'Source' },
} as const satisfies Catalogue

/** The mark of a reason's footnote on paper: the same for the same reason on every sheet. */
export function noteOf(reason: string): string {
  const place = Object.keys(REASON_WORDS).indexOf(reason)
  return place < 0 ? '*' : String(place + 1)
}
