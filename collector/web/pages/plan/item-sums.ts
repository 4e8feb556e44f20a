/** Items of a plan by their group, with sums of each group and of all; licences stand apart from hardware. Pure. */
import type { Plan, PlanItemLine } from '@somay/shared/api/plans.ts'
import { ITEM_GROUP_WORDS, ITEM_GROUPS } from '@somay/shared/text/plan.ts'

export type ItemSums = { readonly funded: readonly number[]; readonly unfunded: number; readonly quantity: number; readonly dong: number }
type Group = keyof typeof ITEM_GROUP_WORDS

const GROUPS = Object.keys(ITEM_GROUP_WORDS) as readonly Group[]

export function sumsOfItem({ funded, unfunded, unitDong }: PlanItemLine): ItemSums {
  const quantity = funded.reduce((sum, pieces) => sum + pieces, unfunded)
  return { funded, unfunded, quantity, dong: quantity * unitDong }
}

export function sumsOfItems(items: readonly PlanItemLine[]): ItemSums {
  return addSums(items.map(sumsOfItem))
}

function addSums(sums: readonly ItemSums[]): ItemSums {
  return sums.reduce<ItemSums>(
    (all, one) => ({
      funded: one.funded.map((pieces, year) => pieces + (all.funded[year] ?? 0)),
      unfunded: all.unfunded + one.unfunded,
      quantity: all.quantity + one.quantity,
      dong: all.dong + one.dong,
    }),
    { funded: [], unfunded: 0, quantity: 0, dong: 0 },
  )
}

/** Needed, of no price: a quantity without money, which no year pays for. */
export function sumsOfUnpriced(pcs: number, years: number): ItemSums {
  return { funded: Array.from({ length: years }, () => 0), unfunded: pcs, quantity: pcs, dong: 0 }
}

/** Of a whole table. */
export function sumsOfPlan({ items, total, terms }: Pick<Plan, 'items' | 'total' | 'terms'>): ItemSums {
  return addSums([sumsOfItems(items), sumsOfUnpriced(total.unpriced, terms.years.length)])
}

/** Those alone of which something is bought. */
export function itemGroups(items: readonly PlanItemLine[]): { readonly group: Group; readonly items: readonly PlanItemLine[] }[] {
  return GROUPS.map((group) => ({ group, items: items.filter(({ item }) => ITEM_GROUPS[item] === group) })).filter(
    ({ items: own }) => own.length > 0,
  )
}
