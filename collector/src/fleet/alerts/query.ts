/** Finds what somebody should look at: PCs that must not be connected and reported, and PCs that shared a key. */
import type { Alerts } from '@somay/shared/api/alerts.ts'
import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '../../access/access.ts'
import { inScope, mayBeNamed } from '../../access/scope.ts'
import type { Database } from '../../store/dialect/dialect.ts'

const SHOWN = 20
const WEEKS_MS = 28 * 86_400_000

type Asked = { readonly scope: Scope; readonly at: number }
type Row = { id: number; name: string; unit: string; at: number; all: number; named: number }

export async function readAlerts(database: Database, { scope, at }: Asked): Promise<Alerts> {
  const [exemptReported, clones] = await Promise.all([
    find(
      database,
      scope,
      sql`
      select x.pc_id, c.last_seen_at as at from pc_exemption x join pc_contact c on c.pc_id = x.pc_id
      where x.until is null and c.last_seen_at > x.since`,
    ),
    find(
      database,
      scope,
      sql`
      select e.pc_id, max(e.at) as at from event e where e.kind in ('key-shared', 'split-off') and e.at > ${at - WEEKS_MS} group by e.pc_id`,
    ),
  ])
  return { exemptReported, clones }
}

async function find({ read, dialect }: Database, scope: Scope, found: RawBuilder<unknown>): Promise<Alerts['clones']> {
  const { rows } = await sql<Row>`
    select pc.id, pc.name, unit.name as unit, f.at, count(*) over () as "all", case when ${mayBeNamed(scope, sql`pc.id`)} then 1 else 0 end as named from (${found}) f
    join pc on pc.id = f.pc_id join unit on unit.id = pc.unit_id
    where pc.retired_at is null and ${inScope(dialect, scope, sql`pc.unit_id`)} order by f.at desc, pc.id limit ${SHOWN}`.execute(read)
  return {
    count: Number(rows[0]?.all ?? 0),
    pcs: rows.filter(({ named }) => named === 1).map(({ id, name, unit, at }) => ({ id, name, unit, at })),
  }
}
