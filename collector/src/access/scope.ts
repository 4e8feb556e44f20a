/** The one place where what a caller may see becomes SQL: units of the scope and everything below them; an empty scope is nothing. */
import { type RawBuilder, sql } from 'kysely'
import type { Database, Dialect } from '../store/dialect/dialect.ts'
import type { Scope } from './access.ts'

/** A condition on `column`, which holds a unit id. */
export function inScope(dialect: Dialect, scope: Scope, column: RawBuilder<unknown>): RawBuilder<boolean> {
  if (scope === 'all' || scope === 'all-open') return sql<boolean>`1 = 1`
  if (scope.length === 0) return sql<boolean>`1 = 0`
  return sql<boolean>`${column} in ${unitsBelow(dialect, scope)}`
}

/** A condition on `pcId`: whether the caller may be told which PC it is. */
export function mayBeNamed(scope: Scope, pcId: RawBuilder<unknown>): RawBuilder<boolean> {
  if (scope !== 'all-open') return sql<boolean>`1 = 1`
  return sql<boolean>`${pcId} not in (select x.pc_id from pc_exemption x where x.until is null)`
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
