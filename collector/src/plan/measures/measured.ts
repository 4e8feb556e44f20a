/** A measure that is known, or unknown with the reason its fact gave. */
import type { FactName, FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { isUnknown, type Unknown, unknown } from '@somay/shared/unknown.ts'

export type Measured<T> = T | Unknown

export type Facts = Readonly<Partial<Record<string, FactBody>>>

/** Told of a fact that is in no report of the PC. */
export const notReported = (fact: FactName): string => `${fact} was not reported`

/** What `cut` takes out of a fact; a fact nobody reported was not read. */
export function of<N extends FactName, T>(facts: Facts, fact: N, cut: (value: FactValue<N>) => Measured<T>): Measured<T> {
  const body = facts[fact]
  if (body === undefined) return unknown('failed', notReported(fact))
  return 'known' in body ? cut(body.known as FactValue<N>) : unknown(body.unknown, body.detail)
}

export function whenKnown<A, B>(measure: Measured<A>, then: (value: A) => Measured<B>): Measured<B> {
  return isUnknown(measure) ? measure : then(measure)
}
