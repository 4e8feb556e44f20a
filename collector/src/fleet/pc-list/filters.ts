/** Turns what a person asked of the list (search, filters) into SQL conditions, or refuses it with the place that is wrong. */
import type { FilterOperator } from '@somay/shared/api/pcs.ts'
import { fold } from '@somay/shared/text/fold.ts'
import { type RawBuilder, sql } from 'kysely'
import { unitsBelow } from '../../access/scope.ts'
import { Problem } from '../../platform/problem.ts'
import type { Dialect } from '../../store/dialect/dialect.ts'
import { COLUMN_BY_KEY, type PcListColumn } from './columns.ts'
import { comparedSql, type Moment, valueSql } from './order.ts'

export const OPERATORS: Readonly<Record<PcListColumn['kind'], readonly FilterOperator[]>> = {
  text: ['contains', 'is', 'not', 'starts', 'known', 'unknown'],
  count: ['eq', 'lt', 'le', 'gt', 'ge', 'known', 'unknown'],
  bytes: ['eq', 'lt', 'le', 'gt', 'ge', 'known', 'unknown'],
  instant: ['within', 'older', 'lt', 'ge', 'le', 'gt', 'known', 'unknown'],
  choice: ['is', 'not', 'known', 'unknown'],
  unit: ['is', 'not'],
  'yes-no': ['is', 'known', 'unknown'],
}

export type Filter = { readonly column: PcListColumn; readonly operator: FilterOperator; readonly value: string }

const DAY_MS = 86_400_000

/** A hundred years: beyond it a number of days is a slip. */
const MOST_DAYS = 36_500

const COMPARISONS: Readonly<Record<string, string>> = { eq: '=', lt: '<', le: '<=', gt: '>', ge: '>=' }

function wrongFilter(vi: string, en: string): Problem {
  return new Problem('query-invalid', { vi: `where: ${vi}`, en: `where: ${en}` })
}

export function noColumn(parameter: string, key: string): Problem {
  return new Problem('query-invalid', { vi: `${parameter}: không có cột "${key}"`, en: `${parameter}: no column "${key}"` })
}

/** `memoryBytes.lt.8589934592`; the value may itself hold dots. */
export function parseFilter(text: string): Filter {
  const [, key = '', operator = '', value = ''] = /^([^.]*)\.([^.]*)\.?(.*)$/s.exec(text) ?? []
  const column = COLUMN_BY_KEY.get(key)
  if (!column) throw noColumn('where', key)
  if (!OPERATORS[column.kind].includes(operator as FilterOperator)) {
    const offered = OPERATORS[column.kind].join(', ')
    throw wrongFilter(`không hỏi "${operator}" về ${key}; hãy dùng ${offered}`, `"${operator}" cannot be asked of ${key}; ask ${offered}`)
  }
  return { column, operator: operator as FilterOperator, value }
}

export function filterSql(dialect: Dialect, { column, operator, value }: Filter, moment: Moment): RawBuilder<boolean> {
  const expression = valueSql(column.value, moment)
  if (operator === 'unknown') return sql<boolean>`${expression} is null`
  if (operator === 'known') return sql<boolean>`${expression} is not null`
  if (operator === 'within' || operator === 'older') {
    const since = moment.at - daysOf(column, value) * DAY_MS
    return operator === 'within' ? sql<boolean>`${expression} >= ${since}` : sql<boolean>`${expression} < ${since}`
  }
  switch (column.kind) {
    case 'text':
      return textSql(dialect, operator, value, comparedSql(dialect, column))
    case 'choice':
      return listSql(operator, expression, value.split(','))
    case 'unit': {
      const ids = value.split(',').map((id) => numberOf(column, id))
      return operator === 'not'
        ? sql<boolean>`pc.unit_id not in ${unitsBelow(dialect, ids)}`
        : sql<boolean>`pc.unit_id in ${unitsBelow(dialect, ids)}`
    }
    case 'yes-no':
      if (value !== 'yes' && value !== 'no')
        throw wrongFilter(`${column.key} nhận yes hoặc no, không phải "${value}"`, `${column.key} takes yes or no, not "${value}"`)
      return sql<boolean>`${expression} = ${value === 'yes' ? 1 : 0}`
    case 'count':
    case 'bytes':
    case 'instant':
      return sql<boolean>`${expression} ${sql.raw(COMPARISONS[operator] ?? '=')} ${numberOf(column, value)}`
  }
}

/** The marks, case and d with stroke of both sides stop mattering, as in the search. */
function textSql(dialect: Dialect, operator: FilterOperator, value: string, compared: RawBuilder<unknown>): RawBuilder<boolean> {
  const wanted = fold(value)
  if (operator === 'contains') return dialect.contains(compared, wanted)
  if (operator === 'starts') return sql<boolean>`substr(${compared}, 1, ${[...wanted].length}) = ${wanted}`
  return operator === 'not' ? sql<boolean>`${compared} <> ${wanted}` : sql<boolean>`${compared} = ${wanted}`
}

// "is not" leaves the unknown ones out: nobody knows that they are not.
function listSql(operator: FilterOperator, expression: RawBuilder<unknown>, values: readonly string[]): RawBuilder<boolean> {
  return operator === 'not'
    ? sql<boolean>`${expression} not in (${sql.join(values)})`
    : sql<boolean>`${expression} in (${sql.join(values)})`
}

function numberOf(column: PcListColumn, value: string): number {
  const number = Number(value)
  if (value.trim() === '' || !Number.isSafeInteger(number))
    throw wrongFilter(`${column.key} nhận số nguyên, không phải "${value}"`, `${column.key} takes a whole number, not "${value}"`)
  return number
}

function daysOf(column: PcListColumn, value: string): number {
  const days = numberOf(column, value)
  if (days < 1 || days > MOST_DAYS)
    throw wrongFilter(
      `${column.key} nhận từ 1 đến ${MOST_DAYS} ngày, không phải "${value}"`,
      `${column.key} takes 1 to ${MOST_DAYS} days, not "${value}"`,
    )
  return days
}

/** Every word must be found in the PC's search text or in the name of its unit; undefined when there is no word. */
export function searchSql(dialect: Dialect, q: string): RawBuilder<boolean> | undefined {
  const terms = distinctTerms(q)
  if (terms.length === 0) return undefined
  const conditions = terms.map((term) => {
    const units = sql`select u.id from unit u where ${dialect.contains(sql`u.name_key`, term)}`
    return sql`(${dialect.contains(sql`s.text`, term)} or s.unit_id in (${units}))`
  })
  return sql<boolean>`pc.id in (select s.pc_id from pc_search s where ${sql.join(conditions, sql` and `)})`
}

/** The words of a search, the rarest first as far as length tells, so that most PCs are passed over at the first. */
function distinctTerms(q: string): string[] {
  const terms = fold(q).split(' ')
  return [...new Set(terms)].filter((term) => term !== '').sort((one, other) => other.length - one.length)
}
