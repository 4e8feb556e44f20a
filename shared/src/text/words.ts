/** A text in both languages of the product; a missing one is a compile error. */
export type Language = 'vi' | 'en'

export type Words = { readonly vi: string; readonly en: string }

export const LANGUAGES: readonly Language[] = ['vi', 'en']

/** Picks the better supported language from an Accept-Language header; Vietnamese when nothing fits. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const first = acceptLanguage?.split(',')[0]?.trim().toLowerCase() ?? ''
  return first.startsWith('en') ? 'en' : 'vi'
}
