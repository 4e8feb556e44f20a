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

/** The latest, or the one of that version; undefined when there never was one. */
export async function readRule({ read }: Database, version?: number): Promise<CountRule | undefined> {
  if (version === 0) return FIRST_RULE
  const rules = read.selectFrom('count_rule').selectAll()
  const row = await (version === undefined ? rules.orderBy('id', 'desc').limit(1) : rules.where('id', '=', version)).executeTakeFirst()
  if (!row) return version === undefined ? FIRST_RULE : undefined
  return { version: row.id, windowDays: row.window_days, silentDays: row.silent_days, blocks: row.blocks.split(',') }
}
