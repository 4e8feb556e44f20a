/** The counts of the days of a trend: remembered ones by one query, what is not remembered counted now. */
import type { Trend } from '@somay/shared/api/trend.ts'
import type { CountState } from '@somay/shared/text/choices.ts'
import { dayText } from '@somay/shared/text/days.ts'
import { noFigures } from '@somay/shared/text/figures.ts'
import { sql } from 'kysely'
import type { Scope } from '../../access/access.ts'
import { seesPart } from '../../access/scope.ts'
import { type CountRule, ruleOn } from '../../counting/rule.ts'
import type { AsOf } from '../../counting/state-sql.ts'
import type { Database } from '../../store/dialect/dialect.ts'
import { isRememberedIn } from '../../store/rolled-counts.ts'
import { count, unitCondition } from '../counts/count.ts'

type Day = Trend['days'][number]
export type TrendAsked = { readonly scope: Scope; readonly unit: number | undefined; readonly timeZone: string; readonly at: number }

export async function readTrend(database: Database, days: readonly AsOf['day'][], asked: TrendAsked): Promise<Trend> {
  const rules = new Map<string, CountRule>()
  for (const day of days) rules.set(dayText(day), await ruleOn(database, dayText(day)))
  const remembered = await readRemembered(database, rules, asked)
  const shown: Day[] = []
  for (const day of days) {
    const text = dayText(day)
    const rule = rules.get(text) as CountRule
    shown.push(remembered.get(text) ?? (await countNow(database, { day, rule, timeZone: asked.timeZone }, asked)))
  }
  return { days: shown }
}

async function readRemembered(
  { read, dialect }: Database,
  rules: ReadonlyMap<string, CountRule>,
  { scope, unit, timeZone }: TrendAsked,
): Promise<Map<string, Day>> {
  const asked = [...rules].map(([day, { version }]) => [day, version])
  const keys = dialect.rows('j', { day: 'text', version: 'int' }, JSON.stringify(asked))
  const within = unitCondition(dialect, scope, unit)
  // A day without a PC has no counts, and is remembered all the same.
  const { rows } = await sql<{ day: string; block: string | null; state: CountState | null; pcs: number }>`
    select d.day, u.block, c.state, sum(c.pcs) as pcs from ${keys}
    join rolled_day d on d.day = j.day and d.rule_version = j.version and d.rolled_at is not null and ${isRememberedIn(timeZone)}
    left join rolled_count c on c.day = d.day and c.rule_version = d.rule_version and ${within(sql`c.unit_id`)}
    left join unit u on u.id = c.unit_id group by d.day, u.block, c.state`.execute(read)
  const days = new Map<string, Day>()
  for (const [day, ofDay] of Map.groupBy(rows, (row) => row.day)) {
    const rule = rules.get(day) as CountRule
    const inRule = ofDay.filter(({ block }) => rule.blocks.includes(block ?? ''))
    // As the counts do of one unit, and of who sees none of the rule's blocks.
    const isWhole = unit !== undefined || (seesPart(scope) && inRule.length === 0)
    const figures = noFigures()
    for (const { state, pcs } of isWhole ? ofDay : inRule) if (state !== null) figures[state] += Number(pcs)
    days.set(day, { day, ruleVersion: rule.version, figures })
  }
  return days
}

async function countNow(database: Database, asOf: AsOf, { scope, unit, at }: TrendAsked): Promise<Day> {
  const { total, asOf: day, rule } = await count(database, { asOf, scope, unit, at, statesAlone: true })
  return { day, ruleVersion: rule.version, figures: total }
}
