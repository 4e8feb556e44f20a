/** What a PC's row keeps beside its texts, so that lists compare and sort them as people do, quickly and alike on every database. */
import { fold } from '@somay/shared/text/fold.ts'
import { addressOrder, buildOrder, naturalOrder } from '@somay/shared/text/order.ts'
import type { JsonColumn } from './dialect/dialect.ts'
import { PC_COLUMN_NAMES, PC_COLUMNS, type PcColumn } from './pc-columns.ts'
import { assetKeyOf } from './register/listed-item.ts'

/** Texts that sort by the numbers in them, with the key they sort by. */
const ORDERS = { os_version: naturalOrder, os_build: buildOrder, ip_address: addressOrder } as const satisfies Partial<
  Record<PcColumn, (text: string) => string>
>

type OrderColumn = `${keyof typeof ORDERS}_order`

/**
 * `folded` is JSON, column -> folded text, for the texts that lower() of the database does not fold as we do; null when there is none.
 * `asset_tag_key` is what the register knows the tag by.
 */
export type Comparisons = Record<'folded' | 'asset_tag_key' | OrderColumn, string | null>

const ORDERED = Object.keys(ORDERS) as readonly (keyof typeof ORDERS)[]

export const COMPARISON_NAMES: readonly (keyof Comparisons)[] = [
  'folded',
  'asset_tag_key',
  ...ORDERED.map((name): OrderColumn => `${name}_order`),
]

export const COMPARISON_ROWS: Readonly<Record<string, JsonColumn>> = Object.fromEntries(COMPARISON_NAMES.map((name) => [name, 'text']))

const TEXTS = PC_COLUMN_NAMES.filter((name) => PC_COLUMNS[name].type === 'text')

export function comparisonsOf(values: Readonly<Record<PcColumn, string | number | null>>): Comparisons {
  const folded: Partial<Record<PcColumn, string>> = {}
  for (const name of TEXTS) {
    const value = values[name]
    if (typeof value !== 'string') continue
    const wanted = fold(value)
    if (wanted !== asciiLower(value)) folded[name] = wanted
  }
  const orders = ORDERED.map((name) => {
    const value = values[name]
    return [`${name}_order`, typeof value === 'string' ? ORDERS[name](value) : null]
  })
  return {
    folded: Object.keys(folded).length === 0 ? null : JSON.stringify(folded),
    asset_tag_key: typeof values.asset_tag === 'string' ? assetKeyOf(values.asset_tag) : null,
    ...Object.fromEntries(orders),
  } as Comparisons
}

/** As lower() of both databases, which leaves every letter beyond ASCII alone. */
function asciiLower(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
}
