/** Since when and from where the values of a PC are: what most facts share is said once on top, each fact says what differs. */
import type { PcPage } from '@somay/shared/api/pcs.ts'
import { readBody } from '@somay/shared/text/reading.ts'

type Facts = PcPage['facts']

export type Provenance = { readonly since: number | undefined; readonly source: string | undefined }

/** What most facts share; of equals the one met first. */
export function commonProvenance(facts: Facts): Provenance {
  return { since: mostly(facts.map(({ since }) => since)), source: mostly(facts.map(({ body }) => readBody(body).source)) }
}

/** What of a fact is not already said on top. */
export function ownProvenance(fact: Facts[number], common: Provenance, inventoryAt: number | undefined) {
  const { source } = readBody(fact.body)
  return {
    since: fact.since === common.since ? undefined : fact.since,
    confirmedAt: fact.confirmedAt === inventoryAt ? undefined : fact.confirmedAt,
    source: source === common.source ? undefined : source,
  }
}

function mostly<T>(values: readonly (T | undefined)[]): T | undefined {
  const counts = new Map<T, number>()
  for (const value of values) if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0]
}
