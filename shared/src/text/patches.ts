/** The words of the patch page: where a system stands with its maker's support, and since when a PC lacks an update. */
import type { Words } from './words.ts'

const words = <T extends Record<string, readonly [vi: string, en: string]>>(list: T) =>
  Object.fromEntries(Object.entries(list).map(([key, [vi, en]]) => [key, { vi, en }])) as unknown as Readonly<Record<keyof T, Words>>

/** On a day. */
export const SUPPORT_STATES = words({
  supported: ['còn hỗ trợ', 'in support'],
  extended: ['chỉ còn hỗ trợ mở rộng trả phí', 'extended support only'],
  ended: ['hết hỗ trợ', 'support ended'],
  unknown: ['chưa rõ', 'unknown'],
})
export type SupportState = keyof typeof SUPPORT_STATES

/** Since the first update came out that the PC lacks. */
export const PATCH_AGES = words({
  none: ['đủ bản vá', 'nothing missing'],
  'up-to-30': ['thiếu đến 30 ngày', 'missing up to 30 days'],
  'up-to-90': ['thiếu 31-90 ngày', 'missing 31-90 days'],
  'over-90': ['thiếu trên 90 ngày', 'missing over 90 days'],
  unknown: ['chưa rõ', 'unknown'],
})
export type PatchAge = keyof typeof PATCH_AGES

/** A table of updates older than this leaves it unknown whether anything is missing: the first class of age is as long. */
export const KNOWN_DAYS = 30

/** What the PC itself says: of updates that wait, and of a restart that does. */
export const WAITING_STATES = words({
  yes: ['có', 'yes'],
  no: ['không', 'no'],
  unknown: ['chưa rõ', 'unknown'],
})
export type WaitingState = keyof typeof WAITING_STATES
