/** Whether a body is one of its fact: asked of bodies that come in, and of stored ones that a manifest names by their hash. */
import { FACTS, isFactName } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { Compile } from 'typebox/compile'

const validators = new Map(Object.entries(FACTS).map(([name, spec]) => [name, Compile(spec.value)]))

/** The first thing wrong with its place, such as "/disks/0/sizeBytes: must be integer"; a fact this version does not know may be anything. */
export function wrongInFact(name: string, body: FactBody): string | undefined {
  if (!('known' in body) || !isFactName(name)) return undefined
  const validator = validators.get(name)
  if (!validator || validator.Check(body.known)) return undefined
  const [first] = validator.Errors(body.known)
  return first ? `${first.instancePath}: ${first.message}` : ': invalid'
}
