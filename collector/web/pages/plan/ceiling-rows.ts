/** Ceilings as they are edited: rows of what was typed, what they come to, and what differs from those before. Pure. */
import type { Ceiling } from '@somay/shared/api/policies.ts'
import { ITEM_NAMES, type Item } from '@somay/shared/text/plan.ts'
import { dongIn } from '../../parts/typed-amount.ts'

export type CeilingRow = {
  readonly key: number
  readonly item: Item
  readonly fromDay: string
  readonly dong: string
  readonly source: string
}

/** By item in the order of a price book, the latest first. */
export function inOrder(ceilings: readonly Ceiling[]): readonly Ceiling[] {
  return [...ceilings].sort(
    (one, other) => ITEM_NAMES.indexOf(one.item) - ITEM_NAMES.indexOf(other.item) || (one.fromDay < other.fromDay ? 1 : -1),
  )
}

const MOST_DONG = 1_000_000_000_000
const LONGEST_SOURCE = 200

/** Undefined where something is missing or is no amount. */
export function ceilingOf({ item, fromDay, dong: typed, source: typedSource }: CeilingRow): Ceiling | undefined {
  const [dong, source] = [dongIn(typed), typedSource.trim()]
  const fits = dong !== undefined && dong <= MOST_DONG && fromDay !== '' && source !== '' && source.length <= LONGEST_SOURCE
  return fits ? { item, fromDay, dong, source } : undefined
}

const keyOf = ({ item, fromDay }: Pick<Ceiling, 'item' | 'fromDay'>): string => `${item} ${fromDay}`

/** Rows of an item and day that another row has too. */
export function doubleRows(rows: readonly CeilingRow[]): ReadonlySet<number> {
  const first = new Set<string>()
  return new Set(
    rows.flatMap((row) => {
      if (first.has(keyOf(row))) return [row.key]
      first.add(keyOf(row))
      return []
    }),
  )
}

export type CeilingChange = Pick<Ceiling, 'item' | 'fromDay'> & {
  readonly before: Ceiling | undefined
  readonly after: Ceiling | undefined
}

export function changedCeilings(before: readonly Ceiling[], after: readonly Ceiling[]): readonly CeilingChange[] {
  const [old, fresh] = [before, after].map((all) => new Map(all.map((one) => [keyOf(one), one]))) as [
    Map<string, Ceiling>,
    Map<string, Ceiling>,
  ]
  return inOrder([...new Map([...old, ...fresh]).values()]).flatMap(({ item, fromDay }) => {
    const [was, is] = [old.get(keyOf({ item, fromDay })), fresh.get(keyOf({ item, fromDay }))]
    return was?.dong === is?.dong && was?.source === is?.source ? [] : [{ item, fromDay, before: was, after: is }]
  })
}
