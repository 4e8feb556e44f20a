/** How the pages mark what is not known. */
import type { Catalogue } from '@somay/shared/text/catalogue.ts'
import { REASON_WORDS, UNKNOWN_WORD } from '@somay/shared/text/reasons.ts'

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
