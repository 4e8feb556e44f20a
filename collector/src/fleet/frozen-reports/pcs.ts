/** The PCs behind a frozen figure, from the frozen rows alone: a page by name, or all of them in chunks for a file. */
import type { CountedPc } from '@somay/shared/api/counts.ts'
import type { CountState } from '@somay/shared/text/choices.ts'
import type { Aspect } from '@somay/shared/text/conditions.ts'
import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '../../access/access.ts'
import { assetMayBeNamed, inScope, mayBeNamed } from '../../access/scope.ts'
import type { Database } from '../../store/dialect/dialect.ts'
import { type ConditionsAsked, hasConditions, mayHoldUntold } from '../counted-pcs/conditions-asked.ts'
import { type CountedRow, countedPcOf, mergedRows } from '../counted-pcs/counted-row.ts'
import { mayHoldExempt } from '../counted-pcs/query.ts'
import { type After, allPages, pageAfter } from '../pages-by-key.ts'

export type FrozenPcsAsked = {
  readonly reportId: number
  readonly scope: Scope
  readonly unit: number | undefined
  readonly states: readonly CountState[] | undefined
  readonly conditions: ConditionsAsked
  readonly blocks: readonly string[] | undefined
}

/** Whether of what was asked for some is counted for this caller and not named; whatever it was narrowed to, for else that would be told of them. */
export async function withholdsFrozen(database: Database, narrowed: FrozenPcsAsked): Promise<boolean> {
  const asked = { ...narrowed, conditions: {} }
  if (asked.scope !== 'all-open') return false
  if (mayHoldExempt(asked.states)) return true
  const found = await Promise.all([
    pageFrom(database, PCS, asked, undefined, 1, 'withheld'),
    pageFrom(database, ITEMS, asked, undefined, 1, 'withheld'),
  ])
  return found.some((rows) => rows.length > 0)
}

export function readFrozenPcs(
  database: Database,
  asked: FrozenPcsAsked,
  page: { readonly after: string | undefined; readonly limit: number },
): Promise<{ rows: CountedPc[]; next?: string }> {
  return pageAfter((after, limit) => pageOf(database, asked, after, limit), countedPcOf, page)
}

export function readAllFrozenPcs(database: Database, asked: FrozenPcsAsked): AsyncGenerator<CountedPc[]> {
  return allPages((after, limit) => pageOf(database, asked, after, limit), countedPcOf)
}

async function pageOf(database: Database, asked: FrozenPcsAsked, after: After, limit: number): Promise<CountedRow[]> {
  const [pcs, items] = await Promise.all([pageFrom(database, PCS, asked, after, limit), pageFrom(database, ITEMS, asked, after, limit)])
  return mergedRows(pcs, items, limit)
}

type Source = {
  readonly table: 'frozen_pc' | 'frozen_item'
  readonly id: RawBuilder<unknown>
  readonly cells: readonly string[]
  /** What it is now: the report is as it was, and who may be told of it is not. */
  mayBeNamed(scope: Scope): RawBuilder<boolean>
}

/** Of what no agent told, system and updates are unknown, where any was asked. */
const UNTOLD = "(select case r.has_conditions when 1 then 'unknown' end from frozen_report r where r.id = p.report_id)"

const PCS: Source = {
  table: 'frozen_pc',
  id: sql`p.pc_id`,
  cells: [
    'p.name',
    'u.name',
    'p.state',
    'p.internet_on',
    'p.heard_on',
    'p.model',
    'p.serial',
    'p.reasons',
    'p.casing',
    'p.support',
    'p.patch_age',
  ],
  mayBeNamed: (scope) => mayBeNamed(scope, sql`p.pc_id`),
}
const ITEMS: Source = {
  table: 'frozen_item',
  id: sql`-p.item_id`,
  cells: ['p.name', 'u.name', 'p.state', 'null', 'null', 'null', 'p.serial', "'{}'", 'p.casing', UNTOLD, UNTOLD, 'p.asset_code'],
  mayBeNamed: (scope) => assetMayBeNamed(scope, sql`p.item_id`),
}

/** In reports frozen before conditions were counted nothing is known of any. */
const FROZEN: Readonly<Record<Aspect, RawBuilder<string>>> = {
  casing: sql`coalesce(p.casing, 'unknown')`,
  support: sql`coalesce(p.support, 'unknown')`,
  patchAge: sql`coalesce(p.patch_age, 'unknown')`,
}

const casingAlone = ({ casing }: ConditionsAsked): ConditionsAsked => (casing === undefined ? {} : { casing })

async function pageFrom(
  { read, dialect }: Database,
  { table, id, cells, mayBeNamed: mayBe }: Source,
  { reportId, scope, unit, states, conditions: narrowed, blocks }: FrozenPcsAsked,
  after: After,
  limit: number,
  part: 'named' | 'withheld' = 'named',
): Promise<CountedRow[]> {
  if (table === 'frozen_item' && !mayHoldUntold(narrowed)) return []
  const conditions = [
    sql`p.report_id = ${reportId}`,
    inScope(dialect, scope, sql`p.unit_id`),
    ...(unit === undefined ? [] : [sql`p.unit_id in ${unitsBelow(reportId, unit)}`]),
    part === 'named' ? mayBe(scope) : sql`not ${mayBe(scope)}`,
    ...(part === 'named' && scope === 'all-open' ? [sql`p.state <> 'exempt'`] : []),
    ...(states === undefined ? [] : [sql`p.state in (${sql.join(states)})`]),
    ...(blocks === undefined ? [] : [sql`u.block in (${sql.join(blocks)})`]),
    ...(after === undefined ? [] : [sql`(p.name_key > ${after[0]} or (p.name_key = ${after[0]} and ${id} > ${after[1]}))`]),
  ]
  const { rows } = await sql<CountedRow>`
    select ${id} as id, p.name_key as key, ${dialect.jsonArray(cells.map((cell) => sql.raw(cell)))} as cells
    from ${sql.table(table)} p join frozen_unit u on u.report_id = p.report_id and u.unit_id = p.unit_id
    where ${sql.join(conditions, sql` and `)} ${hasConditions(table === 'frozen_pc' ? narrowed : casingAlone(narrowed), FROZEN)} order by p.name_key, ${id} limit ${limit}`.execute(
    read,
  )
  return rows
}

/** The unit with everything below it, by the tree as it was frozen. */
function unitsBelow(reportId: number, unit: number): RawBuilder<unknown> {
  const own = sql`select unit_id, parent_id from frozen_unit where report_id = ${reportId}`
  return sql`(with recursive own as (${own}), below(id) as (select unit_id from own where unit_id = ${unit} union
    select own.unit_id from own join below on own.parent_id = below.id) select id from below)`
}
