/** An error as the register holds it. */
import type { Words } from '../text/words.ts'

export type ErrorEntry = { readonly status: number; readonly says: Words; readonly todo: Words }

export function entry(status: number, vi: string, en: string, todoVi: string, todoEn: string): ErrorEntry {
  return { status, says: { vi, en }, todo: { vi: todoVi, en: todoEn } }
}
