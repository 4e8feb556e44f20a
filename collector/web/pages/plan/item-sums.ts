/** Items of a plan by their group, with the money of each group and of all; licences stand apart from hardware. Pure. */
import type { PlanItemLine } from '@somay/shared/api/plans.ts'
import { ITEM_GROUP_WORDS, ITEM_GROUPS } from '@somay/shared/text/plan.ts'

export type ItemSums = { readonly funded: readonly number[]; readonly unfunded: number; readonly quantity: number; readonly dong: number }
type Group = keyof typeof ITEM_GROUP_WORDS

const GROUPS = Object.keys(ITEM_GROUP_WORDS) as readonly Group[]

export function sumsOfItem({ funded, unfunded, unitDong }: PlanItemLine): ItemSums {
  const quantity = funded.reduce((sum, pieces) => sum + pieces, unfunded)
  return { funded, unfunded, quantity, dong: quantity * unitDong }
}

export function dongOfItems(items: readonly PlanItemLine[]): number {
  return items.reduce((dong, item) => dong + sumsOfItem(item).dong, 0)
}

/** Needed, of no price: a quantity without money, which no year pays for. */
export function sumsOfUnpriced(pcs: number, years: number): ItemSums {
  return { funded: Array.from({ length: years }, () => 0), unfunded: pcs, quantity: pcs, dong: 0 }
}

/** Those alone of which something is bought. */
export function itemGroups(items: readonly PlanItemLine[]): { readonly group: Group; readonly items: readonly PlanItemLine[] }[] {
  return GROUPS.map((group) => ({ group, items: items.filter(({ item }) => ITEM_GROUPS[item] === group) })).filter(
    ({ items: own }) => own.length > 0,
  )
}
