/** The one place where what a caller may see becomes SQL: units of the scope and everything below them; an empty scope is nothing. */
import { type RawBuilder, sql } from 'kysely'
import type { Database, Dialect } from '../store/dialect/dialect.ts'
import type { Scope } from './access.ts'

/** A condition on `column`, which holds a unit id. */
export function inScope(dialect: Dialect, scope: Scope, column: RawBuilder<unknown>): RawBuilder<boolean> {
  if (!seesPart(scope)) return sql<boolean>`1 = 1`
  if (scope.length === 0) return sql<boolean>`1 = 0`
  return sql<boolean>`${column} in ${unitsBelow(dialect, scope)}`
}

/** Whether it is of some units, be it none, and not of the whole tree. */
export function seesPart(scope: Scope): scope is readonly number[] {
  return scope !== 'all' && scope !== 'all-open'
}

/** Of what belongs to no unit, such as the title of a report, such a caller is told nothing either. */
export function seesNothing(scope: Scope): boolean {
  return seesPart(scope) && scope.length === 0
}

/** PCs that must not be connected, and those that turned out to be one of them. */
const MARKED = sql`(with recursive marked(id) as (select x.pc_id from pc_exemption x where x.until is null
  union select p.id from pc p join marked on p.merged_into = marked.id) select id from marked)`

/** A condition on `pcId`: whether the caller may be told which PC it is. What it is now decides, whatever it was on the date asked about. */
export function mayBeNamed(scope: Scope, pcId: RawBuilder<unknown>): RawBuilder<boolean> {
  if (scope !== 'all-open') return sql<boolean>`1 = 1`
  return sql<boolean>`not ${isMarked(pcId)}`
}

export function isMarked(pcId: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`(${pcId} in ${MARKED})`
}

/** The same of an asset of the register: by the last that was said of it, and by the PC it is or was. */
export function assetMayBeNamed(scope: Scope, itemId: RawBuilder<unknown>): RawBuilder<boolean> {
  if (scope !== 'all-open') return sql<boolean>`1 = 1`
  return sql<boolean>`not (exists (select 1 from register_entry x where x.item_id = ${itemId} and x.exempt = 1
      and not exists (select 1 from register_entry later where later.item_id = x.item_id and later.from_day > x.from_day))
    or exists (select 1 from register_entry x where x.item_id = ${itemId} and ${isMarked(sql`x.pc_id`)}))`
}

/** The given units with everything below them, as a subquery of ids. */
export function unitsBelow(dialect: Dialect, unitIds: readonly number[]): RawBuilder<unknown> {
  const roots = dialect.rows('j', { id: 'int' }, JSON.stringify(unitIds.map((id) => [id])))
  return sql`(with recursive below(id) as (select j.id from ${roots} union select unit.id from unit join below on unit.parent_id = below.id) select id from below)`
}

export async function isInScope({ dialect, read }: Database, scope: Scope, unitId: number): Promise<boolean> {
  const { rows } = await sql`select 1 from unit where unit.id = ${unitId} and ${inScope(dialect, scope, sql`unit.id`)}`.execute(read)
  return rows.length > 0
}
