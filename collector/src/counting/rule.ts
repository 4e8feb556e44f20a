/** The rule by which PCs are counted, and its versions. */
import type { Database } from '../store/dialect/dialect.ts'

/**
 * Connected on a day is a PC that had internet on at least one of the last `windowDays` days; silent is one that said nothing for
 * `silentDays`. `blocks` are those of the committee's table whose units make up the total. `version` counts up from 0.
 */
export type CountRule = {
  readonly version: number
  readonly windowDays: number
  readonly silentDays: number
  readonly blocks: readonly string[]
}

/** What the ledger counts by until somebody changes it. */
export const FIRST_RULE: CountRule = { version: 0, windowDays: 30, silentDays: 30, blocks: ['I', 'II'] }

/** Of a day, "2026-09-30": the latest version that holds from that day or an earlier one. */
export async function ruleOn({ read }: Database, day: string): Promise<CountRule> {
  const row = await read.selectFrom('count_rule').selectAll().where('from_day', '<=', day).orderBy('id', 'desc').limit(1).executeTakeFirst()
  return row ? toRule(row) : FIRST_RULE
}

/** Undefined when there never was such a version. */
export async function ruleOf({ read }: Database, version: number): Promise<CountRule | undefined> {
  if (version === FIRST_RULE.version) return FIRST_RULE
  const row = await read.selectFrom('count_rule').selectAll().where('id', '=', version).executeTakeFirst()
  return row && toRule(row)
}

function toRule(row: { id: number; window_days: number; silent_days: number; blocks: string }): CountRule {
  return { version: row.id, windowDays: row.window_days, silentDays: row.silent_days, blocks: row.blocks.split(',') }
}
