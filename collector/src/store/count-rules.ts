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

const FIELDS = ['windowDays', 'silentDays', 'blocks'] as const

/** Returns the number of the version. `before` is what those days were counted by until then, for the log. */
export function changeRule(
  { write }: Database,
  rule: NewCountRule,
  who: string,
  at: number,
  before?: Omit<NewCountRule, 'fromDay'>,
): Promise<number> {
  return write(async (db) => {
    const { windowDays, silentDays, blocks, fromDay } = rule
    const values = { since: at, window_days: windowDays, silent_days: silentDays, blocks: blocks.join(','), who, from_day: fromDay }
    const { id } = await db.insertInto('count_rule').values(values).returning('id').executeTakeFirstOrThrow()
    const changed = before === undefined ? [] : FIELDS.filter((field) => String(before[field]) !== String(rule[field]))
    const kept = FIELDS.filter((field) => !changed.includes(field))
    const pick = (from: Partial<NewCountRule>, fields: readonly (typeof FIELDS)[number][]) =>
      Object.fromEntries(fields.map((field) => [field, from[field]]))
    const detail = {
      version: id,
      fromDay,
      ...pick(rule, kept),
      ...(before !== undefined && { old: pick(before, changed), new: pick(rule, changed) }),
    }
    await writeDeed(db, { at, who, kind: 'count-rule-changed', detail })
    return id
  })
}
