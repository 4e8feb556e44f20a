/** What an official document is made of, whatever file it becomes: who issues it, what it says, and its annex. */
import type { Language } from '@somay/shared/text/words.ts'

/** Empty where nobody set it: then a dotted line is left for the pen. */
export type Issuer = { readonly parent: string; readonly name: string; readonly place: string }

export type LetterColumn = { readonly heading: string; readonly isNumber: boolean /** A share of the width. */; readonly share: number }
export type LetterRow = { readonly cells: readonly string[]; readonly isBold: boolean }

export type Letter = {
  readonly language: Language
  readonly issuer: Issuer
  /** When what it says was found, in ms: the file says it was made then, so that two exports of one thing are alike. */
  readonly at: number
  /** What kind of document its number is of, such as BC for a report, which it is unless this is given. */
  readonly code?: string
  readonly title: string
  readonly subtitle: string
  readonly paragraphs: readonly string[]
  /** Who signs, beside each other; otherwise recipients at the left and the head of the agency at the right. */
  readonly signers?: readonly string[]
  /** Each on sheets of its own, laid on their side, with page numbers of their own. */
  readonly annexes: readonly Annex[]
}

export type Annex = {
  readonly title: string
  readonly columns: readonly LetterColumn[]
  readonly rows: readonly LetterRow[]
  readonly notes: readonly string[]
}
