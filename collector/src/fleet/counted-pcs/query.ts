/** The PCs behind a figure as they were on its date: a page by name, or all of them in chunks for a file. */
import type { CountedPc, CountedPcs } from '@somay/shared/api/counts.ts'
import type { CountState } from '@somay/shared/text/choices.ts'
import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '../../access/access.ts'
import { assetMayBeNamed, isMarked, mayBeNamed } from '../../access/scope.ts'
import { type ConditionsAsOf, casingInBooks, conditionsAsOf } from '../../counting/condition-sql.ts'
import { registeredAsOf } from '../../counting/register-sql.ts'
import { type AsOf, type Counted, countedAsOf } from '../../counting/state-sql.ts'
import type { Database, Dialect } from '../../store/dialect/dialect.ts'
import type { UnitCondition } from '../counts/query.ts'
import { type After, allPages, pageAfter } from '../pages-by-key.ts'
import { pcParts } from '../pc-parts.ts'
import { type ConditionsAsked, hasConditions, isNarrowed, mayHoldUntold } from './conditions-asked.ts'
import { type CountedRow, countedPcOf, mergedRows } from './counted-row.ts'

export type CountedAsked = {
  readonly asOf: AsOf
  readonly within: UnitCondition
  /** Whether PCs that must not be connected are counted for the caller and not named. */
  readonly scope: Scope
  /** Undefined for all of them. */
  readonly states: readonly CountState[] | undefined
  readonly conditions: ConditionsAsked
  readonly blocks: readonly string[] | undefined
}

export function readCountedPcs(
  database: Database,
  asked: CountedAsked,
  page: { readonly after: string | undefined; readonly limit: number },
): Promise<Pick<CountedPcs, 'rows' | 'next'>> {
  return pageAfter((after, limit) => pageOf(database, asked, after, limit), countedPcOf, page)
}

export function readAllCounted(database: Database, asked: CountedAsked): AsyncGenerator<CountedPc[]> {
  return allPages((after, limit) => pageOf(database, asked, after, limit), countedPcOf)
}

/** Whether of what was asked for some is counted for this caller and not named; whatever it was narrowed to, for else that would be told of them. */
export async function withholds(ledger: Ledger, narrowed: CountedAsked): Promise<boolean> {
  const asked = { ...narrowed, conditions: {} }
  const { scope, states } = asked
  if (scope !== 'all-open') return false
  if (mayHoldExempt(states)) return true
  const found = await Promise.all([
    pagePcs(ledger, asked, undefined, 1, 'withheld'),
    states?.includes('register-only') ? pageItems(ledger, asked, undefined, 1, 'withheld') : [],
  ])
  return found.some((rows) => rows.length > 0)
}

/** Those are always withheld from whoever is not told which they are. */
export function mayHoldExempt(states: readonly CountState[] | undefined): boolean {
  return states === undefined || states.includes('exempt')
}

type Ledger = Pick<Database, 'read' | 'dialect'>

/** What the register tells of stands among the PCs, by name. */
async function pageOf(ledger: Ledger, asked: CountedAsked, after: After, limit: number): Promise<CountedRow[]> {
  const { states, conditions } = asked
  const mayBeListed = (states === undefined || states.includes('register-only') || states.includes('exempt')) && mayHoldUntold(conditions)
  const isOnlyListed = states?.every((state) => state === 'register-only')
  const [pcs, items] = await Promise.all([
    isOnlyListed ? [] : pagePcs(ledger, asked, after, limit),
    mayBeListed ? pageItems(ledger, asked, after, limit) : [],
  ])
  return mergedRows(pcs, items, limit)
}

/** The rows a caller may be told of, or those that are counted and not named. */
type Part = 'named' | 'withheld'

async function pageItems(
  { read, dialect }: Ledger,
  { asOf, within, scope, states, conditions, blocks }: CountedAsked,
  after: After,
  limit: number,
  part: Part = 'named',
): Promise<CountedRow[]> {
  const { listed, state } = registeredAsOf(asOf)
  const held = [casingInBooks, "'unknown'", "'unknown'"]
  const cells = ['e.name', 'unit.name', state, 'null', 'null', 'null', 'e.serial', "'{}'", ...held, 'i.asset_code'].map((value) =>
    typeof value === 'string' ? sql.raw(value) : value,
  )
  const ofKind = conditions.casing === undefined ? sql`` : sql`and ${casingInBooks} in (${sql.join(conditions.casing)})`
  const told = assetMayBeNamed(scope, sql`e.item_id`)
  const named = part === 'withheld' ? sql`not ${told}` : scope === 'all-open' ? sql`e.exempt = 0 and ${told}` : told
  const { rows } = await sql<CountedRow>`
    select -e.item_id as id, e.name_key as key, ${dialect.jsonArray(cells)} as cells
    from register_entry e join register_item i on i.id = e.item_id join unit on unit.id = e.unit_id
    where ${listed} and ${within(sql`e.unit_id`)} and ${named} ${states === undefined ? sql`` : sql`and ${state} in (${sql.join(states)})`} ${ofKind}
      ${blocks === undefined ? sql`` : sql`and unit.block in (${sql.join(blocks)})`}
      ${after === undefined ? sql`` : sql`and (e.name_key > ${after[0]} or (e.name_key = ${after[0]} and -e.item_id > ${after[1]}))`}
    order by e.name_key, -e.item_id limit ${limit}`.execute(read)
  return rows
}

/** Where most PCs are wanted, the index of names is walked and soon left; else the stays are read through, by several at once, and sorted. */
async function pagePcs(ledger: Ledger, asked: CountedAsked, after: After, limit: number, part: Part = 'named'): Promise<CountedRow[]> {
  const { states, conditions } = asked
  const isUsual = states === undefined || states.includes('internet')
  if (part === 'named' && isUsual) {
    // What a condition leaves may be most PCs or hardly any: a stretch of names tells.
    const end = isNarrowed(conditions) ? await nameAfter(ledger, after) : undefined
    const only = end === undefined ? sql`` : sql`and (pc.name_key, pc.id) <= (${end[0]}, ${end[1]})`
    // SQLite joins a "cross join" in the order in which it is written.
    const rows = await pagePart(ledger, asked, after, limit, part, { tables: sql`pc cross join pc_stay s`, only })
    if (end === undefined || rows.length === limit) return rows
  }
  const found = await Promise.all(
    (await pcParts(ledger)).map((among) =>
      pagePart(ledger, asked, after, limit, part, { tables: sql`pc_stay s cross join pc`, only: sql`and ${among(sql`s.pc_id`)}` }),
    ),
  )
  return found.reduce((rows, more) => mergedRows(rows, more, limit), [])
}

/** So many PCs are walked by their names in some 20 ms. */
const STRETCH = 5_000

/** Where a stretch of names ends; undefined where fewer are left. */
async function nameAfter({ read }: Ledger, after: After): Promise<After> {
  const beyond = after === undefined ? sql`` : sql`where (name_key, id) > (${after[0]}, ${after[1]})`
  const { rows } = await sql<{ key: string; id: number }>`
    select name_key as key, id from pc ${beyond} order by name_key, id limit 1 offset ${STRETCH - 1}`.execute(read)
  const [row] = rows
  return row && [row.key, Number(row.id)]
}

async function pagePart(
  { read, dialect }: Ledger,
  { asOf, within, scope, states, conditions, blocks }: CountedAsked,
  after: After,
  limit: number,
  part: Part,
  { tables, only }: { readonly tables: RawBuilder<unknown>; readonly only: RawBuilder<unknown> },
): Promise<CountedRow[]> {
  const [counted, held] = [countedAsOf(asOf), conditionsAsOf(asOf)]
  const wanted = states === undefined ? sql`` : sql`and ${counted.state} in (${sql.join(states)})`
  const named = part === 'withheld' ? isMarked(sql`s.pc_id`) : mayBeNamed(scope, sql`pc.id`)
  const open = part === 'named' && scope === 'all-open' ? sql`and ${counted.state} <> 'exempt'` : sql``
  const inBlocks = blocks === undefined ? sql`` : sql`and unit.block in (${sql.join(blocks)})`
  const beyond = after === undefined ? sql`` : sql`and (pc.name_key, pc.id) > (${after[0]}, ${after[1]})`
  const { rows } = await sql<CountedRow>`
    select pc.id, pc.name_key as key, ${cellsSql(dialect, counted, held)} as cells
    from ${tables} join unit on unit.id = s.unit_id left join ${held.known}
    where s.pc_id = pc.id and ${counted.present} and ${within(sql`s.unit_id`)} ${wanted} ${hasConditions(conditions, held.values)} and ${named} ${open} ${inBlocks} ${beyond} ${only}
    order by pc.name_key, pc.id limit ${limit}`.execute(read)
  return rows
}

function cellsSql(dialect: Dialect, { state, internetOn, heardOn }: Counted, { values }: ConditionsAsOf): RawBuilder<string> {
  const { casing, support, patchAge } = values
  const own = ['pc.model', 'pc.serial', 'pc.reasons'].map((name) => sql.ref(name))
  return dialect.jsonArray([sql`pc.name`, sql`unit.name`, state, internetOn, heardOn, ...own, casing, support, patchAge])
}
