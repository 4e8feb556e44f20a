/** SQL of a column: its value, the text it is compared by, and the key it sorts by; the same meaning on every database. */
import { type RawBuilder, sql } from 'kysely'
import type { Dialect } from '../../store/dialect/dialect.ts'
import type { PcListColumn } from './columns.ts'

/** When the list is asked for, and since when a PC must have been heard of not to be silent. */
export type Moment = { readonly at: number; readonly silentBefore: number }

/** SQL of a column's value, with the moment from which on a PC is silent bound into it. */
export function valueSql(text: string, { silentBefore }: Moment): RawBuilder<unknown> {
  const [before = '', after] = text.split(':silentBefore')
  return after === undefined ? sql.raw(before) : sql`${sql.raw(before)}${silentBefore}${sql.raw(after)}`
}

/** A text column without marks and case: a column of its own, the folded copy where the row keeps one, or plain ASCII in small letters. */
export function comparedSql(dialect: Dialect, column: PcListColumn): RawBuilder<unknown> {
  if (column.folded) return sql.raw(column.folded)
  const small = sql`lower(${sql.raw(column.value)})`
  return column.reason === undefined ? small : sql`coalesce(${dialect.jsonText(sql`pc.folded`, column.reason)}, ${small})`
}

/** Texts sort without marks and case, choices by their place in their list, everything else by its value or by a key of its own. */
export function orderSql(dialect: Dialect, column: PcListColumn, moment: Moment): RawBuilder<unknown> {
  if (column.order) return valueSql(column.order, moment)
  if (column.choices) return rankSql(column.choices, valueSql(column.value, moment))
  return column.kind === 'text' ? comparedSql(dialect, column) : valueSql(column.value, moment)
}

/** Whether the key of the order is a whole number; else it is text. */
export function ordersByNumber(column: PcListColumn): boolean {
  if (column.kind === 'unit') return true
  return column.order === undefined && (column.choices !== undefined || column.kind !== 'text')
}

/** A choice that is not in the list, as a newer agent may send, sorts behind those that are; unknown stays null. */
function rankSql(choices: NonNullable<PcListColumn['choices']>, value: RawBuilder<unknown>): RawBuilder<unknown> {
  const ranks = choices.map((choice, place) => sql`when ${sql.lit(choice.value)} then ${sql.lit(place)}`)
  return sql`case ${value} ${sql.join(ranks, sql` `)} else case when ${value} is null then null else ${sql.lit(choices.length)} end end`
}
