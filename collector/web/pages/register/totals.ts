/** The sums of a comparison over its units. Pure. */
import type { Reconciliation } from '@somay/shared/api/register.ts'

type Sums = Omit<Reconciliation['rows'][number], 'unitId' | 'name' | 'block'>

const NOTHING: Sums = { booked: 0, costDong: 0, costUnknown: 0, found: 0, matched: 0, elsewhere: 0, unregistered: 0, missing: 0, exempt: 0 }

export function totalOf(rows: readonly Sums[]): Sums {
  const keys = Object.keys(NOTHING) as (keyof Sums)[]
  return rows.reduce((sum, row) => Object.fromEntries(keys.map((key) => [key, sum[key] + row[key]])) as Sums, NOTHING)
}
