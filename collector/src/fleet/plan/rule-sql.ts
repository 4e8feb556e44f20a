/** The rules of planning as SQL over the measures of the fleet: what they give for each PC as bits, by the same cases as the function that decides one PC. */
import { type RawBuilder, sql } from 'kysely'
import { bitsOf, HELD_UP } from '../../plan/findings.ts'
import type { Policy } from '../../plan/policy.ts'
import { RULES } from '../../plan/rules/index.ts'
import type { PolicyRule, Rule, StandingRule } from '../../plan/rules/rule.ts'
import { holdingBitsOf, isStanding, STANDING_RULES, standingBitsOf } from '../../plan/standing.ts'
import { casesSql, toldBy } from './cases-sql.ts'
import { pcClassSql, standingSql } from './standing-sql.ts'

const POLICY_RULES = RULES.filter((rule): rule is PolicyRule => !isStanding(rule))
const OF_WINDOWS_11 = STANDING_RULES.filter(({ asked }) => asked === 'windows-11')
const OF_EVERY_PC = STANDING_RULES.filter(({ asked }) => asked === 'always')

const resultOf = (rule: Rule): RawBuilder<number> =>
  isStanding(rule) ? sql<number>`r.standing` : sql<number>`${sql.ref(`r.${rule.code.replaceAll('-', '_')}`)}`
const blocks = (rule: Rule): RawBuilder<boolean> => sql<boolean>`(${resultOf(rule)} & ${sql.lit(bitsOf(rule))}) <> 0`
const ruleOf = (code: string): Rule => RULES.find((rule) => rule.code === code) as Rule

/** `said` where no other rule names the cause already, else 0. */
function afterOthers(said: RawBuilder<number>, after: Rule['after']): RawBuilder<number> {
  if (after.length === 0) return said
  const isFirst = after.map((code) => sql<boolean>`not ${blocks(ruleOf(code))}`)
  return sql<number>`case when ${sql.join(isFirst, sql.raw(' and '))} then ${said} else 0 end`
}

/** What standing rules say: those that come after the same others together. */
function standingSaid(rules: readonly StandingRule[]): RawBuilder<number> {
  const alike = [...Map.groupBy(rules, ({ after }) => after.join(' ')).values()]
  return either(alike.map((each) => afterOthers(sql`(${readSql(each)})`, each[0]?.after ?? [])))
}

/** What of the kept number is theirs, as findings. */
function readSql(rules: readonly StandingRule[]): RawBuilder<number> {
  const [told, holding] = [standingBitsOf(rules), holdingBitsOf(rules)]
  const read = sql<number>`(r.standing & ${sql.lit(told)})`
  if (holding === 0) return read
  return either([read, sql<number>`case when (r.standing & ${sql.lit(holding)}) <> 0 then ${sql.lit(HELD_UP)} else 0 end`])
}

const either = (said: readonly RawBuilder<number>[]): RawBuilder<number> => sql<number>`${sql.join(said, sql.raw(' | '))}`

/** All that rules say together; of what Windows 11 asks it is asked once whether it is a question at all. */
function saidSql(): RawBuilder<number> {
  const asksWindows11 = sql<boolean>`${blocks(ruleOf('os-support'))} and (r.may_go_to_windows11 = 1 or r.on_windows11 = 1)`
  return either([
    ...POLICY_RULES.map((rule) => afterOthers(resultOf(rule), rule.after)),
    standingSaid(OF_EVERY_PC),
    sql<number>`case when ${asksWindows11} then ${standingSaid(OF_WINDOWS_11)} else 0 end`,
  ])
}

/** A condition on a PC's id and its unit. */
export type Within = (pcId: RawBuilder<unknown>, unitId: RawBuilder<unknown>) => RawBuilder<boolean>

/** A table of pc_id, unit_id, pc_class, year_in_use and `findings` for every PC where `within` holds. */
export function findingsSql(policy: Policy, on: string, within: Within): RawBuilder<unknown> {
  const results = POLICY_RULES.map(
    (rule) => sql`${casesSql(rule.cases(policy, on), toldBy(rule))} as ${sql.ref(rule.code.replaceAll('-', '_'))}`,
  )
  const untold = sql<number>`case when ${blocks(ruleOf('os-support'))} and r.may_go_to_windows11 is null then ${sql.lit(HELD_UP)} else 0 end`
  // The limits keep SQLite from folding the levels together and asking every rule again for each that comes after it.
  return sql`(
    select r.pc_id, r.unit_id, r.pc_class, r.year_in_use, ${saidSql()} | ${untold} as findings
    from (
      select m.pc_id, m.unit_id, ${pcClassSql} as pc_class, m.year_in_use, m.may_go_to_windows11, m.on_windows11,
        ${standingSql} as standing, ${sql.join(results)}
      from pc_measure m where m.left_ledger = 0 and ${within(sql`m.pc_id`, sql`m.unit_id`)} limit 9223372036854775807
    ) r limit 9223372036854775807)`
}
