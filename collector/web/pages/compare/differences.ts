/** Two counts beside each other, unit by unit, in the order of the newer tree; what stood in the older one alone comes after. Pure. */
import type { CountRow, Counts } from '@somay/shared/api/counts.ts'
import { noFigures, sumsOf } from '@somay/shared/text/figures.ts'
import { tenthsOf } from '@somay/shared/text/numbers.ts'

type Figures = Counts['total']

export type Difference = {
  readonly key: string
  readonly kind: 'total' | CountRow['kind']
  /** Of a block its numeral; of the total empty. */
  readonly name: string
  readonly depth: number
  readonly old: Figures | undefined
  readonly new: Figures | undefined
}

export function differencesOf(old: Counts, fresh: Counts): Difference[] {
  const before = new Map(old.rows.map((row) => [keyOf(row), row]))
  const after = new Map(fresh.rows.map((row) => [keyOf(row), row]))
  const beside = ({ kind, name, depth }: CountRow, key: string): Difference => ({
    key,
    kind,
    name,
    depth,
    old: before.get(key)?.figures,
    new: after.get(key)?.figures,
  })
  return [
    { key: 'total', kind: 'total', name: '', depth: 0, old: old.total, new: fresh.total },
    ...fresh.rows.map((row) => beside(row, keyOf(row))),
    ...old.rows.filter((row) => !after.has(keyOf(row))).map((row) => beside(row, keyOf(row))),
  ]
}

function keyOf({ unitId, block }: CountRow): string {
  return unitId === undefined ? block : String(unitId)
}

/** Between the rates as they are printed, in tenths of a point; undefined where either has no PC. */
export function pointTenthsBetween(old: Figures | undefined, fresh: Figures | undefined): number | undefined {
  const [one, other] = [old, fresh].map((figures) => {
    const { connected, all } = sumsOf(figures ?? noFigures())
    return tenthsOf(connected, all)
  })
  return one === undefined || other === undefined ? undefined : other - one
}
