/** Keeps a new version of the rule by which PCs are counted; the earlier ones stay, for the reports that were made by them. */
import type { Database } from './dialect/dialect.ts'

export type NewCountRule = { readonly windowDays: number; readonly silentDays: number; readonly blocks: readonly string[] }

/** Returns the number of the version. */
export function changeRule({ write }: Database, rule: NewCountRule, who: string, at: number): Promise<number> {
  return write(async (db) => {
    const values = { since: at, window_days: rule.windowDays, silent_days: rule.silentDays, blocks: rule.blocks.join(','), who }
    return (await db.insertInto('count_rule').values(values).returning('id').executeTakeFirstOrThrow()).id
  })
}
