/** How many PCs of a selection are in which state of connectivity: one pass over the narrow table of contacts. */
import type { PcStates } from '@somay/shared/api/pcs.ts'
import { STATES } from '@somay/shared/text/choices.ts'
import { sql } from 'kysely'
import type { Database } from '../../store/dialect/dialect.ts'
import { STATE_SQL } from './columns.ts'
import { valueSql } from './order.ts'
import { type ListRequest, planOf, tablesSql } from './plan.ts'

// As the list sorts them, what is not known last.
const ORDER = [...Object.keys(STATES), 'unknown']

export async function readPcStates({ read, dialect }: Database, request: ListRequest): Promise<PcStates> {
  const { visible, narrowed, tables } = planOf(dialect, request)
  const { rows } = await sql<{ state: string; count: number }>`
    select coalesce(${valueSql(STATE_SQL, request)}, 'unknown') as state, count(*) as count
    from ${tablesSql(new Set([...tables, 'contact']))} where ${visible} ${narrowed ? sql`and ${narrowed}` : sql``} group by 1`.execute(read)
  return { states: rows.sort((one, other) => ORDER.indexOf(one.state) - ORDER.indexOf(other.state)) }
}
