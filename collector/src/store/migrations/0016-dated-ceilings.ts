/** Price books carry the ceilings of their items, each with the day from which it holds; and what was saved last, which plans went by unasked, becomes the default by name. */
import type { Migration } from './migration.ts'

/** Those that were in force for every price book until now. */
const CEILINGS = JSON.stringify([
  { item: 'desktop', fromDay: '2015-11-17', dong: 13_000_000, source: 'QĐ 58/2015/QĐ-TTg' },
  { item: 'desktop', fromDay: '2018-01-01', dong: 15_000_000, source: 'QĐ 50/2017/QĐ-TTg' },
  { item: 'desktop', fromDay: '2025-07-01', dong: 20_000_000, source: 'QĐ 15/2025/QĐ-TTg' },
  { item: 'laptop', fromDay: '2025-07-01', dong: 25_000_000, source: 'QĐ 15/2025/QĐ-TTg' },
])

export const datedCeilings: Migration = () => [
  `update plan_version set content = '{"prices":' || content || ',"ceilings":${CEILINGS}}' where kind = 'price-book'`,
  ...['policy', 'price-book'].map(
    (kind) =>
      `insert into setting (key, value) select 'default ${kind}', name_key from plan_version where kind = '${kind}' order by id desc limit 1`,
  ),
]
