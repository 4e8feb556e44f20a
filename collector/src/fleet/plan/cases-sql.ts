/** Cases of rules as SQL over m (pc_measure): each condition is asked once, and what is unknown stays unknown. */
import { type RawBuilder, sql } from 'kysely'
import { columnOf } from '../../measuring/columns.ts'
import { bitOf, unknownBitOf } from '../../plan/findings.ts'
import type { MeasureName } from '../../plan/measures/measures.ts'
import type { Condition } from '../../plan/rules/condition.ts'
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

/** The bits of a rule. */
export const toldBy = (rule: Rule): Told => ({
  gives: (given) => (given === 'meets' ? 0 : bitOf(rule, given)),
  unknown: unknownBitOf(rule),
})
