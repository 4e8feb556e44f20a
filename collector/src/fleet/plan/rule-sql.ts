/** The rules of planning as SQL over the measures of the fleet: what they give for each PC as bits, by the same cases as the function that decides one PC. */
import { type RawBuilder, sql } from 'kysely'
import { columnOf } from '../../measuring/columns.ts'
import { bitOf, bitsOf, HELD_UP, unknownBitOf } from '../../plan/findings.ts'
import type { MeasureName } from '../../plan/measures/measures.ts'
import type { Policy } from '../../plan/policy.ts'
import type { Condition } from '../../plan/rules/condition.ts'
import { RULES } from '../../plan/rules/index.ts'
import type { Case, Rule } from '../../plan/rules/rule.ts'

const measureSql = (measure: MeasureName): RawBuilder<unknown> => sql.ref(`m.${columnOf(measure)}`)
const valueSql = (value: number | string | boolean): RawBuilder<unknown> => sql.lit(typeof value === 'boolean' ? Number(value) : value)

const SIGNS = { 'at-least': sql.raw('>='), below: sql.raw('<'), equal: sql.raw('=') } as const

function conditionSql(condition: Condition): RawBuilder<boolean> {
  switch (condition.is) {
    case 'always':
      return sql<boolean>`1 = 1`
    case 'known':
      return sql<boolean>`${measureSql(condition.measure)} is not null`
    case 'not':
      return sql<boolean>`not ${conditionSql(condition.of)}`
    case 'all':
      return sql<boolean>`(${sql.join(condition.of.map(conditionSql), sql.raw(' and '))})`
    case 'any':
      return sql<boolean>`(${sql.join(condition.of.map(conditionSql), sql.raw(' or '))})`
    case 'at-least':
    case 'below':
    case 'equal':
      return sql<boolean>`(${measureSql(condition.measure)} ${SIGNS[condition.is]} ${valueSql(condition.value)})`
  }
}

/** What stands for each thing a rule may give, and for its being unknown. */
export type Told = { readonly gives: (given: Case['gives']) => number; readonly unknown: number }

/** Each condition is asked once: true, false, and null for unknown. */
export function casesSql([first, ...rest]: readonly Case[], told: Told): RawBuilder<number> {
  if (!first) throw new Error('a rule without a last case')
  const gives = sql.lit(told.gives(first.gives))
  if (first.when.is === 'always') return sql<number>`${gives}`
  return sql<number>`case ${conditionSql(first.when)} when true then ${gives} when false then ${casesSql(rest, told)} else ${sql.lit(told.unknown)} end`
}

const toldBy = (rule: Rule): Told => ({ gives: (given) => (given === 'meets' ? 0 : bitOf(rule, given)), unknown: unknownBitOf(rule) })

const resultOf = ({ code }: Rule): RawBuilder<number> => sql<number>`${sql.ref(`r.${code.replaceAll('-', '_')}`)}`
const blocks = (rule: Rule): RawBuilder<boolean> => sql<boolean>`(${resultOf(rule)} & ${sql.lit(bitsOf(rule))}) <> 0`
const ruleOf = (code: string): Rule => RULES.find((rule) => rule.code === code) as Rule

/** What a rule says of a PC, 0 where another rule names the cause already. */
function speakingSql(rule: Rule): RawBuilder<number> {
  if (rule.after.length === 0) return resultOf(rule)
  const isFirst = rule.after.map((code) => sql<boolean>`not ${blocks(ruleOf(code))}`)
  return sql<number>`case when ${sql.join(isFirst, sql.raw(' and '))} then ${resultOf(rule)} else 0 end`
}

/** All that rules say together; of what Windows 11 asks it is asked once whether it is a question at all. */
function saidSql(): RawBuilder<number> {
  const said = (asked: Rule['asked']) => sql.join(RULES.filter((rule) => rule.asked === asked).map(speakingSql), sql.raw(' | '))
  const asksWindows11 = sql<boolean>`${blocks(ruleOf('os-support'))} and (r.may_go_to_windows11 = 1 or r.on_windows11 = 1)`
  return sql<number>`${said('always')} | case when ${asksWindows11} then ${said('windows-11')} else 0 end`
}

/** A condition on a PC's id and its unit. */
export type Within = (pcId: RawBuilder<unknown>, unitId: RawBuilder<unknown>) => RawBuilder<boolean>

/** A table of pc_id, unit_id, portable, nature, memory_type, year_in_use, os_family and `findings` for every PC where `within` holds. */
export function findingsSql(policy: Policy, on: string, within: Within): RawBuilder<unknown> {
  const results = RULES.map((rule) => sql`${casesSql(rule.cases(policy, on), toldBy(rule))} as ${sql.ref(rule.code.replaceAll('-', '_'))}`)
  const untold = sql<number>`case when ${blocks(ruleOf('os-support'))} and r.may_go_to_windows11 is null then ${sql.lit(HELD_UP)} else 0 end`
  // The limits keep SQLite from folding the levels together and asking every rule again for each that comes after it.
  return sql`(
    select r.pc_id, r.unit_id, r.portable, r.nature, r.memory_type, r.year_in_use, r.os_family, ${saidSql()} | ${untold} as findings
    from (
      select m.pc_id, m.unit_id, m.portable, m.nature, m.memory_type, m.year_in_use, m.os_family, m.may_go_to_windows11, m.on_windows11, ${sql.join(results)}
      from pc_measure m where m.left_ledger = 0 and ${within(sql`m.pc_id`, sql`m.unit_id`)} limit 9223372036854775807
    ) r limit 9223372036854775807)`
}
