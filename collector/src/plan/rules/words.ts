/** Values inside the sentences of rules: sizes, years and days in both languages; what is unknown says so. */
import { formatDay } from '@somay/shared/text/days.ts'
import { formatBytes, formatNumber } from '@somay/shared/text/numbers.ts'
import { UNKNOWN_WORD } from '@somay/shared/text/reasons.ts'
import { LANGUAGES, type Language, type Words } from '@somay/shared/text/words.ts'
import { isUnknown } from '@somay/shared/unknown.ts'
import type { Measured } from '../measures/measured.ts'
import type { Measures } from '../measures/measures.ts'

/** The source of what no law or maker asks, but the office itself. */
export const OWN_POLICY: { readonly title: Words } = { title: { vi: 'Chính sách của cơ quan', en: 'Policy of the office' } }

type Part = (language: Language) => string

export const size =
  (bytes: Measured<number>): Part =>
  (language) =>
    isUnknown(bytes) ? UNKNOWN_WORD[language] : formatBytes(bytes, language)

export const count =
  (value: Measured<number>): Part =>
  (language) =>
    isUnknown(value) ? UNKNOWN_WORD[language] : formatNumber(value, language)

export const day =
  (text: Measured<string>): Part =>
  (language) =>
    isUnknown(text) ? UNKNOWN_WORD[language] : formatDay(text)

/** What is installed, or at least seen. */
export const memoryOf = ({ memoryBytes, memoryVisibleBytes }: Measures): Part =>
  size(isUnknown(memoryBytes) ? memoryVisibleBytes : memoryBytes)

/** A sentence with `{0}`, `{1}` … in both languages. */
export function sentence(vi: string, en: string, ...parts: readonly Part[]): Words {
  const filled = { vi, en }
  for (const language of LANGUAGES)
    filled[language] = filled[language].replace(/\{(\d)\}/g, (_, place: string) => parts[Number(place)]?.(language) ?? '')
  return filled
}
