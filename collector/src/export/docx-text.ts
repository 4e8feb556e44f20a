/** Text of an official document: font and sizes of the decree, and nothing in it that no file may hold. */
import { TextRun } from 'docx'
import { cleanText } from './cell-text.ts'

export const FONT = 'Times New Roman'
/** Half points: 13 and 14 of the decree, 12 and 11 for recipients, 10 for the annex, whose figures must not break. */
export const SIZE = { body: 28, head: 26, small: 24, note: 22, annex: 20 } as const

type Look = { readonly bold?: boolean; readonly italics?: boolean; readonly size?: number }

/** Names come from PCs and people: nothing may show a name as another. */
export function run(text: string, { bold = false, italics = false, size = SIZE.body }: Look = {}): TextRun {
  return new TextRun({ text: cleanText(text), bold, italics, size, font: FONT })
}
