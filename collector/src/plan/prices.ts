/** What remedies cost, as a planner's price book has it on the day of a plan; whole dong. */
import type { Ceiling, Prices } from '@somay/shared/api/policies.ts'
import { ITEM_NAMES, type Item, MEMORY_TYPES, type MemoryType } from '@somay/shared/text/plan.ts'
import type { Remedy } from './remedies.ts'

export type { Prices } from '@somay/shared/api/policies.ts'

/** What a remedy buys, memory apart; a new PC is one of two items. */
const ITEM_OF: Readonly<Partial<Record<Remedy, Item>>> = {
  'add-ssd': 'ssd',
  'replace-battery': 'battery',
  'license-os': 'os-licence',
  'upgrade-os': 'os-upgrade',
}
const MEMORY_OF: Readonly<Partial<Record<Remedy, 'memory-added' | 'memory-swapped'>>> = {
  'add-memory': 'memory-added',
  'swap-memory': 'memory-swapped',
}

export const buysMemory = (remedy: Remedy): boolean => MEMORY_OF[remedy] !== undefined

/** What it buys; undefined while the type of memory is not known and the price hangs on it. */
export function itemOf(remedy: Remedy, memory: MemoryType | 'unknown', prices: Prices): Item | undefined {
  const general = MEMORY_OF[remedy]
  if (general === undefined) return ownItem(remedy)
  if (memory !== 'unknown') return memoryItem(general, memory, prices)
  return new Set(possiblePrices(remedy, memory, prices)).size === 1 ? general : undefined
}

/** What it may cost, by the types that the memory may have. */
export function possiblePrices(remedy: Remedy, memory: MemoryType | 'unknown', prices: Prices): number[] {
  const general = MEMORY_OF[remedy]
  if (general === undefined) return [priceOf(ownItem(remedy), prices)]
  const types = memory === 'unknown' ? ([...MEMORY_TYPES, 'other'] as const) : [memory]
  return types.map((type) => priceOf(memoryItem(general, type, prices), prices))
}

function ownItem(remedy: Remedy): Item {
  const item = ITEM_OF[remedy]
  if (item === undefined) throw new Error(`${remedy} has no price`)
  return item
}

/** Without a price of its own a type is bought at the price of memory in general. */
function memoryItem(general: 'memory-added' | 'memory-swapped', type: MemoryType, prices: Prices): Item {
  if (type === 'other') return general
  const typed = `${general}-${type}` as const
  return prices[typed] === undefined ? general : typed
}

export function priceOf(item: Item, prices: Prices): number {
  const dong = prices[item]
  if (dong === undefined) throw new Error(`${item} has no price in this book`)
  return dong
}

/** What comes in the place of a PC: ceilings of hardware hold without the system, so a licence for Windows is an item of its own, unless the book has no price for it. */
export function newPcItems(casing: 'desktop' | 'laptop', system: 'windows' | 'other', prices: Prices): readonly Item[] {
  return system === 'windows' && (prices['os-licence-new'] ?? 0) > 0 ? [casing, 'os-licence-new'] : [casing]
}

/** Assumed, to begin with: every office writes its own. The desktop is the ceiling of QĐ 15/2025/QĐ-TTg. */
export const FIRST_PRICES_FROM = '2025-07-01'
export const FIRST_PRICES: Prices = {
  'memory-added': 700_000,
  'memory-added-ddr3': 600_000,
  'memory-added-ddr4': 700_000,
  'memory-added-ddr5': 1_100_000,
  'memory-swapped': 1_300_000,
  'memory-swapped-ddr3': 1_100_000,
  'memory-swapped-ddr4': 1_300_000,
  'memory-swapped-ddr5': 2_100_000,
  ssd: 1_000_000,
  battery: 1_200_000,
  'os-licence': 3_500_000,
  'os-licence-new': 3_500_000,
  // Done by the IT staff of the office.
  'os-upgrade': 0,
  desktop: 20_000_000,
  laptop: 25_000_000,
}

/** Without operating system and programs, which stand on lines of their own. Of later decisions no amounts are known here: an office adds them to its price book. */
export const FIRST_CEILINGS: readonly Ceiling[] = [
  { item: 'desktop', fromDay: '2015-11-17', dong: 13_000_000, source: 'QĐ 58/2015/QĐ-TTg' },
  { item: 'desktop', fromDay: '2018-01-01', dong: 15_000_000, source: 'QĐ 50/2017/QĐ-TTg' },
  { item: 'desktop', fromDay: '2025-07-01', dong: 20_000_000, source: 'QĐ 15/2025/QĐ-TTg' },
  // For leaders.
  { item: 'laptop', fromDay: '2025-07-01', dong: 25_000_000, source: 'QĐ 15/2025/QĐ-TTg' },
]

/** The ceilings in force on a day, "2026-09-30", of the items that have one, in the order of a price book. */
export function ceilingsOn(ceilings: readonly Ceiling[], on: string): Ceiling[] {
  const begun = ceilings.filter(({ fromDay }) => fromDay <= on)
  return ITEM_NAMES.flatMap((item) => {
    const own = begun.filter((one) => one.item === item)
    return own.length === 0 ? [] : [own.reduce((last, one) => (one.fromDay > last.fromDay ? one : last))]
  })
}
