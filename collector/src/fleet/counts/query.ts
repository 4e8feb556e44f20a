/** How many PCs of each unit were in which state on a date: one pass over the stays of that day. */
import type { CountState } from '@somay/shared/text/choices.ts'
import { sql } from 'kysely'
import type { Scope } from '../../access/access.ts'
import { inScope } from '../../access/scope.ts'
import { type AsOf, countedAsOf } from '../../counting/state-sql.ts'
import type { Database } from '../../store/dialect/dialect.ts'

export type UnitCount = { readonly unitId: number; readonly state: CountState; readonly pcs: number }

export async function countUnits({ read, dialect }: Database, asOf: AsOf, scope: Scope): Promise<UnitCount[]> {
  const { tables, present, state } = countedAsOf(asOf)
  const { rows } = await sql<UnitCount>`
    select s.unit_id as "unitId", ${state} as state, count(*) as pcs from ${tables}
    where ${present} and ${inScope(dialect, scope, sql`s.unit_id`)} group by 1, 2`.execute(read)
  return rows
}
