/** The words of readiness for Windows 11: what a PC answers, what stands in its way, and both together, the same on screens and in files. */
import { MEASURE_WORDS } from './plan.ts'
import type { Language, Words } from './words.ts'

const words = <T extends Record<string, readonly [vi: string, en: string]>>(list: T) =>
  Object.fromEntries(Object.entries(list).map(([key, [vi, en]]) => [key, { vi, en }])) as unknown as Readonly<Record<keyof T, Words>>

/** `not-asked`: servers and other systems. */
export const WINDOWS_11_STATES = words({
  ready: ['sẵn sàng', 'ready'],
  'not-ready': ['không', 'not ready'],
  undetermined: ['chưa xác định', 'undetermined'],
  already: ['đã dùng Windows 11', 'already on Windows 11'],
  'not-asked': ['không xét', 'not asked'],
})
export type Windows11State = keyof typeof WINDOWS_11_STATES

/** By the code of the rule that asks for it. */
export const HINDRANCES = words({
  'win11-processor': ['bộ xử lý', 'processor'],
  'win11-tpm': ['TPM 2.0', 'TPM 2.0'],
  'win11-secure-boot': ['khởi động an toàn', 'Secure Boot'],
  'win11-memory': ['RAM', 'memory'],
  'win11-disk': ['ổ hệ thống', 'system disk'],
})
export type Hindrance = keyof typeof HINDRANCES

export type ReadinessWords = { readonly state: Windows11State; readonly hinders: readonly Hindrance[]; readonly missing: readonly string[] }

/** "không: bộ xử lý, TPM 2.0", "chưa xác định: cần đọc TPM" */
export function readinessText({ state, hinders, missing }: ReadinessWords, language: Language): string {
  const word = WINDOWS_11_STATES[state][language]
  if (state === 'not-ready') return `${word}: ${hinders.map((one) => HINDRANCES[one][language]).join(', ')}`
  if (state !== 'undetermined') return word
  // Two measures may go by one name.
  const unread = new Set(missing.map((name) => (MEASURE_WORDS as Readonly<Record<string, Words>>)[name]?.[language] ?? name))
  return `${word}: ${language === 'vi' ? 'cần đọc' : 'read'} ${[...unread].join(', ')}`
}
