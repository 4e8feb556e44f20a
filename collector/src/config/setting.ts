/** What one setting is: where it may come from, what it must be, and the sentence said when it is not. */
import type { Words } from '@somay/shared/text/words.ts'

export type Setting<T> = {
  readonly fallback: T
  readonly environment: string
  /** Without one it cannot stand on a command line: secrets would be seen by everyone who lists processes. */
  readonly flag?: string
  /** What it is for. */
  readonly is: Words
  /** What it takes, after "must be". */
  readonly takes: Words
  /** Throws when the text is not that. */
  readonly parse: (text: string) => T
}

export const setting = <T>(one: Setting<T>): Setting<T> => one

/** Thrown by `parse`; what the setting takes is said by whoever catches it. */
export class Misfit extends Error {}

export function must(fits: boolean): asserts fits {
  if (!fits) throw new Misfit()
}

export function wholeNumber(text: string, minimum: number, maximum: number): number {
  const number = Number(text)
  must(/^\d{1,15}$/.test(text) && number >= minimum && number <= maximum)
  return number
}
