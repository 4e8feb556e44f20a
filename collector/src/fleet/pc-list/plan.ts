/** What a request for the list comes to: columns, conditions, order; shared by the page on the screen and the export. */
import type { PcListQuery } from '@somay/shared/api/pcs.ts'
import type { Words } from '@somay/shared/text/words.ts'
import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '../../access/access.ts'
import { inScope, mayBeNamed } from '../../access/scope.ts'
import { Problem } from '../../platform/problem.ts'
import type { Dialect } from '../../store/dialect/dialect.ts'
import { COLUMN_BY_KEY, PC_LIST_COLUMNS, type PcListColumn } from './columns.ts'
import { decodeCursor } from './cursor.ts'
import { filterSql, noColumn, parseFilter, searchSql } from './filters.ts'
import { type Moment, orderSql, ordersByNumber } from './order.ts'

export type ListRequest = { readonly query: PcListQuery; readonly scope: Scope } & Moment

export type ListPlan = {
  readonly columns: readonly PcListColumn[]
  /** PCs the caller may see, retired ones never. */
  readonly visible: RawBuilder<boolean>
  /** Search and filters; undefined when nothing narrows the list. */
  readonly narrowed: RawBuilder<boolean> | undefined
  /** Tables beyond pc that the conditions need. */
  readonly tables: ReadonlySet<PcListColumn['from']>
  readonly sortTable: PcListColumn['from']
  readonly key: RawBuilder<unknown>
  readonly order: RawBuilder<unknown>
  /** Rows after the cursor of the request. */
  readonly beyond: RawBuilder<boolean>
}

export function planOf(dialect: Dialect, request: ListRequest): ListPlan {
  const { query } = request
  const filters = (query.where ?? []).map(parseFilter)
  const { column: sortColumn, descending } = chosenOrder(query)
  const search = query.q === undefined ? undefined : searchSql(dialect, query.q)
  const conditions = [...(search ? [search] : []), ...filters.map((filter) => filterSql(dialect, filter, request))]
  const key = orderSql(dialect, sortColumn, request)
  const direction = sql.raw(descending ? 'desc' : 'asc')
  return {
    columns: chosenColumns(query),
    visible: sql<boolean>`pc.retired_at is null and ${inScope(dialect, request.scope, sql`pc.unit_id`)} and ${mayBeNamed(request.scope, sql`pc.id`)}`,
    narrowed: conditions.length === 0 ? undefined : sql<boolean>`${sql.join(conditions, sql` and `)}`,
    tables: new Set(filters.map((filter) => filter.column.from)),
    sortTable: sortColumn.from,
    key,
    // "nulls last" is left out where there are none, because with it SQLite does not walk the index.
    order: sortColumn.neverNull ? sql`${key} ${direction}, pc.id ${direction}` : sql`${key} ${direction} nulls last, pc.id ${direction}`,
    beyond: beyondCursor(query.after, sortColumn, descending, key),
  }
}

const NO_COLUMNS: Words = {
  vi: 'columns: chưa chọn cột nào; bỏ tham số này để có các cột thường dùng',
  en: 'columns: names no column; leave it out for the usual ones',
}

export function chosenColumns(query: PcListQuery): readonly PcListColumn[] {
  if (query.columns === undefined) return PC_LIST_COLUMNS.filter((column) => column.shown)
  const keys = query.columns.split(',').filter((key) => key !== '')
  if (keys.length === 0) throw new Problem('query-invalid', NO_COLUMNS)
  for (const key of keys) if (!COLUMN_BY_KEY.has(key)) throw noColumn('columns', key)
  return PC_LIST_COLUMNS.filter((column) => keys.includes(column.key))
}

export function chosenOrder({ sort = 'name' }: PcListQuery): { column: PcListColumn; descending: boolean } {
  const column = COLUMN_BY_KEY.get(sort.replace(/^-/, ''))
  if (!column) throw noColumn('sort', sort)
  return { column, descending: sort.startsWith('-') }
}

/** pc with the tables named. */
export function tablesSql(tables: ReadonlySet<PcListColumn['from']>): RawBuilder<unknown> {
  const contact = tables.has('contact') ? sql`join pc_contact c on c.pc_id = pc.id` : sql``
  const unit = tables.has('unit') ? sql`join unit on unit.id = pc.unit_id` : sql``
  return sql`pc ${contact} ${unit}`
}

function beyondCursor(
  cursor: string | undefined,
  column: PcListColumn,
  descending: boolean,
  key: RawBuilder<unknown>,
): RawBuilder<boolean> {
  if (cursor === undefined) return sql<boolean>`1 = 1`
  const [value, id] = decodeCursor(cursor, ordersByNumber(column))
  const beyond = sql.raw(descending ? '<' : '>')
  if (column.neverNull) return sql<boolean>`(${key}, pc.id) ${beyond} (${value}, ${id})`
  if (value === null) return sql<boolean>`(${key} is null and pc.id ${beyond} ${id})`
  return sql<boolean>`(${key} ${beyond} ${value} or (${key} = ${value} and pc.id ${beyond} ${id}) or ${key} is null)`
}
