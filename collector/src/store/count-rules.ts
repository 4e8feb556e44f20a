/** Keeps a new version of the rule by which PCs are counted; the earlier ones stay, for the reports that were made by them. */
import { writeDeed } from './deeds.ts'
import type { Database } from './dialect/dialect.ts'

/** `fromDay`, "2025-07-01": the first day that is counted by it. */
export type NewCountRule = {
  readonly windowDays: number
  readonly silentDays: number
  readonly blocks: readonly string[]
  readonly fromDay: string
}

/** Returns the number of the version. */
export function changeRule({ write }: Database, rule: NewCountRule, who: string, at: number): Promise<number> {
  return write(async (db) => {
    const { windowDays, silentDays, blocks, fromDay } = rule
    const values = { since: at, window_days: windowDays, silent_days: silentDays, blocks: blocks.join(','), who, from_day: fromDay }
    const { id } = await db.insertInto('count_rule').values(values).returning('id').executeTakeFirstOrThrow()
    await writeDeed(db, { at, who, kind: 'count-rule-changed', detail: { version: id, ...rule } })
    return id
  })
}
