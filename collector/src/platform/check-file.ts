/** Checks what a file holds as strictly as the body of a request: nothing is turned into something else, nothing is left out. */
import type { Static, TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { Problem } from './problem.ts'
import { wrongPlace } from './validation-words.ts'

export function checkFile<S extends TSchema>(schema: S, text: string): Static<S> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new Problem('body-invalid', { vi: 'tệp không phải JSON', en: 'the file is no JSON' })
  }
  const validator = Compile(schema)
  if (validator.Check(value)) return value as Static<S>
  const [first] = validator.Errors(value)
  throw new Problem('body-invalid', wrongPlace(first))
}
