/** Reads which bundles were imported, the latest first: from the log of events, of PCs the caller may see. */
import type { BundleList, BundleListQuery } from '@somay/shared/api/bundles.ts'
import { sql } from 'kysely'
import type { Scope } from '../../access/access.ts'
import { inScope } from '../../access/scope.ts'
import type { Database } from '../../store/dialect/dialect.ts'
import { carriedOf } from './carried.ts'

const DEFAULT_LIMIT = 20

type Row = { id: number; at: number; who: string; detail: string; pc_id: number; name: string; unit: string }

/** The scope is that of the PC's unit today: who takes over a PC sees how its bundles came. */
export async function readBundleList({ dialect, read }: Database, scope: Scope, query: BundleListQuery): Promise<BundleList> {
  const { after, limit = DEFAULT_LIMIT } = query
  // Events are numbered as they are written, so the number is both the order and the cursor.
  const earlier = after === undefined ? sql`1 = 1` : sql`e.id < ${after}`
  const { rows } = await sql<Row>`
    select e.id, e.at, e.who, e.detail, pc.id as pc_id, pc.name, unit.name as unit
    from event e join pc on pc.id = e.pc_id join unit on unit.id = pc.unit_id
    where e.kind = 'bundle-imported' and ${earlier} and ${inScope(dialect, scope, sql`pc.unit_id`)}
    order by e.id desc limit ${limit + 1}`.execute(read)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    imports: shown.map(({ id, at, who, detail, pc_id, name, unit }) => ({
      id,
      at,
      pcId: pc_id,
      pcName: name,
      unit,
      carried: carriedOf(who, detail),
    })),
    ...(rows.length > limit && last ? { next: last.id } : {}),
  }
}
