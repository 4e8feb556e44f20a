/** Reads every version of the rule by which PCs are counted. */
import type { CountRules } from '@somay/shared/api/count-rules.ts'
import { replacedVersions } from '@somay/shared/text/count-rule.ts'
import { FIRST_RULE, ruleOn } from '../../counting/rule.ts'
import type { Database } from '../../store/dialect/dialect.ts'

export async function readCountRules(database: Database, today: string): Promise<CountRules> {
  const rows = await database.read.selectFrom('count_rule').selectAll().orderBy('id', 'desc').execute()
  const { version: current } = await ruleOn(database, today)
  const gone = replacedVersions(rows.map(({ id, from_day }) => ({ version: id, fromDay: from_day })))
  const first = { ...FIRST_RULE, blocks: [...FIRST_RULE.blocks] }
  return {
    today,
    current,
    versions: [
      ...rows.map(({ id, window_days, silent_days, blocks, from_day, who, since }) => ({
        version: id,
        windowDays: window_days,
        silentDays: silent_days,
        blocks: blocks.split(','),
        fromDay: from_day,
        ...(gone.has(id) && { replacedBy: gone.get(id) as number }),
        who,
        at: since,
      })),
      first,
    ],
  }
}
