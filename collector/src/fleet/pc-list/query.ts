/** Reads one page of the list of PCs with its totals, or all of it in chunks for an export: by key, never by offset. */
import type { Cell, PcList } from '@somay/shared/api/pcs.ts'
import { type RawBuilder, sql } from 'kysely'
import type { Database, Dialect } from '../../store/dialect/dialect.ts'
import { toCell } from './cells.ts'
import type { PcListColumn } from './columns.ts'
import { encodeCursor } from './cursor.ts'
import { valueSql } from './order.ts'
import { type ListPlan, type ListRequest, planOf, tablesSql } from './plan.ts'

export type PcListRow = { readonly id: number; readonly cells: Record<string, Cell> }

const DEFAULT_LIMIT = 50

type Row = { id: number; key: string | number | null; cells: string; total?: number }

export async function readPcList(database: Database, request: ListRequest): Promise<PcList> {
  const plan = planOf(database.dialect, request)
  const limit = request.query.limit ?? DEFAULT_LIMIT
  const [page, totalInScope] = await Promise.all([
    plan.narrowed ? narrowedPage(database, request, plan, plan.narrowed, limit) : wholePage(database, request, plan, limit),
    countVisible(database, plan),
  ])
  const shown = page.rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    total: page.total ?? totalInScope,
    totalInScope,
    rows: shown.map((row) => toRow(row, plan.columns)),
    ...(page.rows.length > limit && last ? { next: encodeCursor(last.key, last.id) } : {}),
    at: request.at,
  }
}

async function countVisible({ read }: Database, { visible }: ListPlan): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from pc where ${visible}`.execute(read)
  return rows[0]?.n ?? 0
}

type Page = { rows: Row[]; total?: number }

/** Nothing narrows the list: the order's index is walked and left after one page. */
async function wholePage({ read, dialect }: Database, request: ListRequest, plan: ListPlan, limit: number): Promise<Page> {
  return sql<Row>`
    select pc.id, ${plan.key} as key, ${cellsSql(dialect, plan.columns, request)} as cells from ${tablesSql(ALL_TABLES)}
    where ${plan.visible} and ${plan.beyond} order by ${plan.order} limit ${limit + 1}`.execute(read)
}

/** Search and filters are worked out once, for the page and for the total. */
async function narrowedPage(
  database: Database,
  request: ListRequest,
  plan: ListPlan,
  narrowed: RawBuilder<boolean>,
  limit: number,
): Promise<Page> {
  const { rows } = await sql<Row>`
    with found as materialized (select pc.id from ${tablesSql(plan.tables)} where ${plan.visible} and ${narrowed})
    select pc.id, ${plan.key} as key, ${cellsSql(database.dialect, plan.columns, request)} as cells, (select count(*) from found) as total
    from found join pc on pc.id = found.id join pc_contact c on c.pc_id = pc.id join unit on unit.id = pc.unit_id
    where ${plan.beyond} order by ${plan.order} limit ${limit + 1}`.execute(database.read)
  const total = rows[0]?.total ?? (request.query.after === undefined ? 0 : await countNarrowed(database, plan, narrowed))
  return { rows, total }
}

// Only when a page beyond the last is asked for: no row brought the total along.
async function countNarrowed({ read }: Database, plan: ListPlan, narrowed: RawBuilder<boolean>): Promise<number> {
  const { rows } = await sql<{
    n: number
  }>`select count(*) as n from ${tablesSql(plan.tables)} where ${plan.visible} and ${narrowed}`.execute(read)
  return rows[0]?.n ?? 0
}

const ALL_TABLES: ReadonlySet<PcListColumn['from']> = new Set(['contact', 'unit'] as const)

/** A row's reasons, whether it ever reported, then its cells in the order of the columns. */
function cellsSql(dialect: Dialect, columns: readonly PcListColumn[], request: ListRequest): RawBuilder<string> {
  const reported = sql`case when c.last_report_id is null then 0 else 1 end`
  return dialect.jsonArray([sql`pc.reasons`, reported, ...columns.map((column) => valueSql(column.value, request))])
}

function toRow({ id, cells }: Pick<Row, 'id' | 'cells'>, columns: readonly PcListColumn[]): PcListRow {
  const [reasonsText, reported, ...values] = JSON.parse(cells) as [string, 0 | 1, ...unknown[]]
  const reasons = JSON.parse(reasonsText) as Record<string, string>
  const row: Record<string, Cell> = {}
  for (const [index, column] of columns.entries()) row[column.key] = toCell(column, values[index], reasons, reported === 0)
  return { id, cells: row }
}

const EXPORT_CHUNK = 2_000

/**
 * All rows of the view in its order. The ids are read once (8 bytes a PC), the rows in chunks by id: memory stays bounded, no
 * chunk sorts the fleet again, and a PC that changes meanwhile is neither lost nor doubled.
 */
export async function* readAllRows({ read, dialect }: Database, request: ListRequest): AsyncGenerator<PcListRow[]> {
  const plan = planOf(dialect, request)
  const tables = new Set([...plan.tables, plan.sortTable])
  const where = plan.narrowed ? sql`${plan.visible} and ${plan.narrowed}` : plan.visible
  const { rows: ids } = await sql<{ id: number }>`select pc.id from ${tablesSql(tables)} where ${where} order by ${plan.order}`.execute(
    read,
  )
  for (let from = 0; from < ids.length; from += EXPORT_CHUNK) {
    const chunk = JSON.stringify(ids.slice(from, from + EXPORT_CHUNK).map(({ id }, index) => [index, id]))
    const { rows } = await sql<Row>`
      select pc.id, ${cellsSql(dialect, plan.columns, request)} as cells from ${dialect.rows('j', { place: 'int', id: 'int' }, chunk)}
      join pc on pc.id = j.id join pc_contact c on c.pc_id = pc.id join unit on unit.id = pc.unit_id order by j.place`.execute(read)
    yield rows.map((row) => toRow(row, plan.columns))
  }
}
