/** Reads one page of the list of PCs, its total, or the ids of all of it for an export: by key, never by offset. */
import type { Cell, PcList, PcListQuery } from '@somay/shared/api/pcs.ts'
import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '../../access/access.ts'
import { Problem } from '../../platform/problem.ts'
import type { Database } from '../../store/dialect/dialect.ts'
import { inScope } from '../scope.ts'
import { toCell } from './cells.ts'
import { COLUMN_BY_KEY, PC_LIST_COLUMNS, type PcListColumn } from './columns.ts'
import { decodeCursor, encodeCursor } from './cursor.ts'
import { filterSql, parseFilter, searchSql } from './filters.ts'

export type ListRequest = { readonly query: PcListQuery; readonly scope: Scope; readonly at: number; readonly silentMs: number }

export type PcListRow = { readonly id: number; readonly cells: Record<string, Cell> }

const DEFAULT_LIMIT = 50

type Plan = {
  readonly columns: readonly PcListColumn[]
  readonly sortColumn: PcListColumn
  readonly descending: boolean
  readonly where: RawBuilder<boolean>
  /** Tables beyond pc that the conditions and the order need. */
  readonly tables: ReadonlySet<PcListColumn['from']>
}

function expression(text: string, { at, silentMs }: ListRequest): RawBuilder<unknown> {
  const [before = '', after] = text.split(':silentBefore')
  return after === undefined ? sql.raw(before) : sql`${sql.raw(before)}${at - silentMs}${sql.raw(after)}`
}

export function chosenColumns(query: PcListQuery): readonly PcListColumn[] {
  if (query.columns === undefined) return PC_LIST_COLUMNS.filter((column) => column.shown)
  const keys = query.columns.split(',').filter((key) => key !== '')
  for (const key of keys) if (!COLUMN_BY_KEY.has(key)) throw new Problem('query-invalid', `columns: no column "${key}"`)
  return PC_LIST_COLUMNS.filter((column) => keys.includes(column.key))
}

function planOf({ dialect }: Database, request: ListRequest): Plan {
  const { query, scope } = request
  const filters = (query.where ?? []).map(parseFilter)
  const sort = query.sort ?? 'name'
  const sortColumn = COLUMN_BY_KEY.get(sort.replace(/^-/, ''))
  if (!sortColumn) throw new Problem('query-invalid', `sort: no column "${sort}"`)
  const conditions = [
    sql<boolean>`pc.retired_at is null`,
    inScope(dialect, scope, sql`pc.unit_id`),
    ...(query.q === undefined ? [] : [searchSql(dialect, query.q)]),
    ...filters.map((filter) => filterSql(dialect, filter, expression(filter.column.value, request))),
  ]
  return {
    columns: chosenColumns(query),
    sortColumn,
    descending: sort.startsWith('-'),
    where: sql<boolean>`${sql.join(conditions, sql` and `)}`,
    tables: new Set(filters.map((filter) => filter.column.from)),
  }
}

function joins(tables: ReadonlySet<PcListColumn['from']>): RawBuilder<unknown> {
  return sql`pc ${tables.has('contact') ? sql`join pc_contact c on c.pc_id = pc.id` : sql``} ${tables.has('unit') ? sql`join unit on unit.id = pc.unit_id` : sql``}`
}

function orderBy({ sortColumn, descending }: Plan, request: ListRequest): { key: RawBuilder<unknown>; order: RawBuilder<unknown> } {
  const key = expression(sortColumn.order ?? sortColumn.value, request)
  const direction = sql.raw(descending ? 'desc' : 'asc')
  // "nulls last" is left out where there are none, because with it SQLite does not walk the index.
  return {
    key,
    order: sortColumn.neverNull ? sql`${key} ${direction}, pc.id ${direction}` : sql`${key} ${direction} nulls last, pc.id ${direction}`,
  }
}

function after(cursor: string | undefined, { sortColumn, descending }: Plan, key: RawBuilder<unknown>): RawBuilder<boolean> {
  if (cursor === undefined) return sql<boolean>`1 = 1`
  const [value, id] = decodeCursor(cursor)
  const beyond = sql.raw(descending ? '<' : '>')
  if (sortColumn.neverNull) return sql<boolean>`(${key}, pc.id) ${beyond} (${value}, ${id})`
  if (value === null) return sql<boolean>`(${key} is null and pc.id ${beyond} ${id})`
  return sql<boolean>`(${key} ${beyond} ${value} or (${key} = ${value} and pc.id ${beyond} ${id}) or ${key} is null)`
}

function selectCells(columns: readonly PcListColumn[], request: ListRequest): RawBuilder<unknown> {
  const cells = columns.map((column) => sql`${expression(column.value, request)} as ${sql.raw(`"${column.key}"`)}`)
  return sql.join([sql`pc.id as "#id", pc.reasons as "#reasons", c.last_report_id is null as "#none"`, ...cells])
}

const EVERYTHING = new Set(['contact', 'unit'] as const)

export async function readPcList(database: Database, request: ListRequest): Promise<PcList> {
  const plan = planOf(database, request)
  const limit = request.query.limit ?? DEFAULT_LIMIT
  const { key, order } = orderBy(plan, request)
  const page = sql<Record<string, unknown>>`
    select ${selectCells(plan.columns, request)}, ${key} as "#key" from ${joins(EVERYTHING)}
    where ${plan.where} and ${after(request.query.after, plan, key)} order by ${order} limit ${limit + 1}`.execute(database.read)
  const total = sql<{ n: number }>`select count(*) as n from ${joins(plan.tables)} where ${plan.where}`.execute(database.read)
  const inScopeTotal = sql<{ n: number }>`
    select count(*) as n from pc where retired_at is null and ${inScope(database.dialect, request.scope, sql`pc.unit_id`)}`.execute(
    database.read,
  )
  const [{ rows }, totals, all] = await Promise.all([page, total, inScopeTotal])
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    total: totals.rows[0]?.n ?? 0,
    totalInScope: all.rows[0]?.n ?? 0,
    rows: shown.map((row) => toRow(row, plan.columns)),
    ...(rows.length > limit && last ? { next: encodeCursor(last['#key'] as string | number | null, last['#id'] as number) } : {}),
    at: request.at,
  }
}

function toRow(row: Record<string, unknown>, columns: readonly PcListColumn[]): PcListRow {
  const reasons = JSON.parse(row['#reasons'] as string) as Record<string, string>
  const cells = Object.fromEntries(columns.map((column) => [column.key, toCell(column, row[column.key], reasons, Boolean(row['#none']))]))
  return { id: row['#id'] as number, cells }
}

const EXPORT_CHUNK = 2_000

/**
 * All rows of the view in its order. The ids are read once (8 bytes a PC), the rows in chunks by id: memory stays bounded, no
 * chunk sorts the fleet again, and a PC that changes meanwhile is neither lost nor doubled.
 */
export async function* readAllRows(database: Database, request: ListRequest): AsyncGenerator<PcListRow[]> {
  const plan = planOf(database, request)
  const tables = new Set([...plan.tables, plan.sortColumn.from])
  const { rows: ids } = await sql<{ id: number }>`
    select pc.id as id from ${joins(tables)} where ${plan.where} order by ${orderBy(plan, request).order}`.execute(database.read)
  for (let from = 0; from < ids.length; from += EXPORT_CHUNK) {
    const chunk = JSON.stringify(ids.slice(from, from + EXPORT_CHUNK).map(({ id }, index) => [index, id]))
    const { rows } = await sql<Record<string, unknown>>`
      select ${selectCells(plan.columns, request)} from ${database.dialect.rows('j', { place: 'int', id: 'int' }, chunk)}
      join pc on pc.id = j.id join pc_contact c on c.pc_id = pc.id join unit on unit.id = pc.unit_id order by j.place`.execute(
      database.read,
    )
    yield rows.map((row) => toRow(row, plan.columns))
  }
}
