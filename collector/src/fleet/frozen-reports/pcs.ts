/** The PCs behind a frozen figure, from the frozen rows alone: a page by name, or all of them in chunks for a file. */
import type { CountedPc } from '@somay/shared/api/counts.ts'
import type { CountState } from '@somay/shared/text/choices.ts'
import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '../../access/access.ts'
import { inScope } from '../../access/scope.ts'
import type { Database } from '../../store/dialect/dialect.ts'
import { type CountedRow, countedPcOf } from '../counted-pcs/counted-row.ts'
import { decodeCursor, encodeCursor } from '../pc-list/cursor.ts'

export type FrozenPcsAsked = {
  readonly reportId: number
  readonly scope: Scope
  readonly unit: number | undefined
  readonly states: readonly CountState[] | undefined
  readonly blocks: readonly string[] | undefined
}

const CHUNK = 2_000

export async function readFrozenPcs(
  database: Database,
  asked: FrozenPcsAsked,
  { after, limit }: { readonly after: string | undefined; readonly limit: number },
): Promise<{ rows: CountedPc[]; next?: string }> {
  const rows = await pageOf(database, asked, after === undefined ? undefined : decodeCursor(after, false), limit + 1)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { rows: shown.map(countedPcOf), ...(rows.length > limit && last && { next: encodeCursor(last.key, last.id) }) }
}

export async function* readAllFrozenPcs(database: Database, asked: FrozenPcsAsked): AsyncGenerator<CountedPc[]> {
  let after: readonly [unknown, number] | undefined
  for (;;) {
    const rows = await pageOf(database, asked, after, CHUNK)
    const last = rows.at(-1)
    if (!last) return
    yield rows.map(countedPcOf)
    after = [last.key, last.id]
  }
}

async function pageOf(
  { read, dialect }: Database,
  { reportId, scope, unit, states, blocks }: FrozenPcsAsked,
  after: readonly [unknown, number] | undefined,
  limit: number,
): Promise<CountedRow[]> {
  const conditions = [
    sql`p.report_id = ${reportId}`,
    inScope(dialect, scope, sql`p.unit_id`),
    ...(unit === undefined ? [] : [sql`p.unit_id in ${unitsBelow(reportId, unit)}`]),
    ...(states === undefined ? [] : [sql`p.state in (${sql.join(states)})`]),
    ...(blocks === undefined ? [] : [sql`u.block in (${sql.join(blocks)})`]),
    ...(after === undefined ? [] : [sql`(p.name_key, p.pc_id) > (${after[0]}, ${after[1]})`]),
  ]
  const cells = ['p.name', 'u.name', 'p.state', 'p.internet_on', 'p.heard_on', 'p.model', 'p.serial', 'p.reasons'].map((name) =>
    sql.ref(name),
  )
  const { rows } = await sql<CountedRow>`
    select p.pc_id as id, p.name_key as key, ${dialect.jsonArray(cells)} as cells
    from frozen_pc p join frozen_unit u on u.report_id = p.report_id and u.unit_id = p.unit_id
    where ${sql.join(conditions, sql` and `)} order by p.name_key, p.pc_id limit ${limit}`.execute(read)
  return rows
}

/** The unit with everything below it, by the tree as it was frozen. */
function unitsBelow(reportId: number, unit: number): RawBuilder<unknown> {
  const own = sql`select unit_id, parent_id from frozen_unit where report_id = ${reportId}`
  return sql`(with recursive own as (${own}), below(id) as (select unit_id from own where unit_id = ${unit} union
    select own.unit_id from own join below on own.parent_id = below.id) select id from below)`
}
