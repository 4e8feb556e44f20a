/** One setting: its schema, where it may come from besides the file, and what is expected of it in a person's words. */
import type { Words } from '@somay/shared/text/words.ts'
import type { TSchema } from 'typebox'

export type Setting<S extends TSchema = TSchema> = {
  readonly schema: S
  readonly environment?: string
  readonly flag?: string
  /** What it is for, one sentence. */
  readonly purpose: Words
  /** What a value must look like, to follow "expects". */
  readonly expects: Words
  /** Never shown back in a refusal. */
  readonly secret?: boolean
  /** What a schema cannot say. */
  readonly fits?: (value: never) => boolean | Promise<boolean>
}

export function setting<S extends TSchema>(one: Setting<S>): Setting<S> {
  return one
}
