/** Sums over groups of a plan: verdicts, money and what each year pays, and quantities by item. Pure. */
import type { PlanItemLine, PlanNumbers, PlanTerms } from '@somay/shared/api/plans.ts'
import { ITEM_NAMES, type Item } from '@somay/shared/text/plan.ts'
import { priceOf } from '../../plan/prices.ts'
import { type FundedGroup, isFundable, unfundedOf } from './funded-groups.ts'

export function noNumbers(years: number): PlanNumbers {
  const zeros = Array.from({ length: years }, () => 0)
  return {
    pcs: 0,
    keep: 0,
    mend: 0,
    replace: 0,
    move: 0,
    unknown: 0,
    apart: 0,
    unpriced: 0,
    costDong: 0,
    unfundedDong: 0,
    unfundedPcs: 0,
    fundedDong: zeros,
    fundedPcs: zeros,
  }
}

export function numbersOf(group: FundedGroup, years: number): PlanNumbers {
  const { kind, pcs, costDong = 0, funded } = group
  const unfundedPcs = unfundedOf(group)
  const fundedPcs = Array.from({ length: years }, (_, year) => funded[year] ?? 0)
  return {
    ...noNumbers(years),
    pcs,
    [kind]: pcs,
    unpriced: group.costDong === undefined ? pcs : 0,
    costDong: costDong * pcs,
    unfundedPcs,
    unfundedDong: unfundedPcs * costDong,
    fundedPcs,
    fundedDong: fundedPcs.map((paid) => paid * costDong),
  }
}

const SUMMED = [
  'pcs',
  'keep',
  'mend',
  'replace',
  'move',
  'unknown',
  'apart',
  'unpriced',
  'costDong',
  'unfundedDong',
  'unfundedPcs',
] as const

export function addNumbers(one: PlanNumbers, other: PlanNumbers): PlanNumbers {
  const sums = Object.fromEntries(SUMMED.map((key) => [key, one[key] + other[key]])) as Pick<PlanNumbers, (typeof SUMMED)[number]>
  const byYear = (key: 'fundedDong' | 'fundedPcs') => one[key].map((value, year) => value + (other[key][year] ?? 0))
  return { ...sums, fundedDong: byYear('fundedDong'), fundedPcs: byYear('fundedPcs') }
}

/** In the order of a price book; those alone that are bought. */
export function itemLines(
  groups: readonly FundedGroup[],
  { policy: { policy }, priceBook: { prices }, ...terms }: PlanTerms,
): PlanItemLine[] {
  const years = terms.years.length
  const isCentral = (quantity: number, unitDong: number) =>
    policy.centralQuantity > 0 && quantity >= policy.centralQuantity && quantity * unitDong >= policy.centralDong
  const lines = new Map<Item, { funded: number[]; unfunded: number }>()
  for (const group of groups.filter(isFundable)) {
    for (const item of group.items) {
      const line = lines.get(item) ?? { funded: Array.from({ length: years }, () => 0), unfunded: 0 }
      lines.set(item, line)
      for (const [year, pcs] of group.funded.entries()) line.funded[year] = (line.funded[year] ?? 0) + pcs
      line.unfunded += unfundedOf(group)
    }
  }
  return ITEM_NAMES.flatMap((item) => {
    const line = lines.get(item)
    if (!line) return []
    const unitDong = priceOf(item, prices)
    return [{ item, unitDong, ...line, central: line.funded.some((quantity) => isCentral(quantity, unitDong)) }]
  })
}
