/** What remedies cost, as a planner's price book has it on the day of a plan; whole dong. */
import type { Prices } from '@somay/shared/api/plans.ts'
import type { Item } from '@somay/shared/text/plan.ts'
import type { Remedy } from './remedies.ts'

export type { Prices } from '@somay/shared/api/plans.ts'

/** What a remedy buys; a new PC is one of two items. */
export const ITEM_OF: Readonly<Partial<Record<Remedy, Item>>> = {
  'add-memory': 'memory-added',
  'swap-memory': 'memory-swapped',
  'add-ssd': 'ssd',
  'replace-battery': 'battery',
  'license-os': 'os-licence',
  'upgrade-os': 'os-upgrade',
}

/** Assumed, to begin with: every office writes its own. The desktop is the ceiling of QĐ 15/2025/QĐ-TTg. */
export const FIRST_PRICES_FROM = '2025-07-01'
export const FIRST_PRICES: Prices = {
  'memory-added': 700_000,
  'memory-swapped': 1_300_000,
  ssd: 1_000_000,
  battery: 1_200_000,
  'os-licence': 3_500_000,
  // Done by the IT staff of the office.
  'os-upgrade': 0,
  desktop: 20_000_000,
  laptop: 25_000_000,
}

/** Most that may be paid for a new PC, from a day on. Without operating system and programs, which stand on lines of their own. */
export const CEILINGS: readonly {
  readonly item: 'desktop' | 'laptop'
  readonly from: string
  readonly dong: number
  readonly source: string
}[] = [
  { item: 'desktop', from: '2015-11-17', dong: 13_000_000, source: 'QĐ 58/2015/QĐ-TTg' },
  { item: 'desktop', from: '2018-01-01', dong: 15_000_000, source: 'QĐ 50/2017/QĐ-TTg' },
  { item: 'desktop', from: '2025-07-01', dong: 20_000_000, source: 'QĐ 15/2025/QĐ-TTg' },
  { item: 'laptop', from: '2025-07-01', dong: 25_000_000, source: 'QĐ 15/2025/QĐ-TTg' },
]

export type Ceiling = (typeof CEILINGS)[number]

/** The ceilings in force on a day, "2026-09-30", of the items that have one. */
export function ceilingsOn(on: string): Pick<Ceiling, 'item' | 'dong' | 'source'>[] {
  const items = [...new Set(CEILINGS.map(({ item }) => item))]
  return items.flatMap((one) => {
    const found = CEILINGS.findLast(({ item, from }) => item === one && from <= on)
    return found ? [{ item: one, dong: found.dong, source: found.source }] : []
  })
}
