/** The days a PC was there, of the last thirteen months, for who may see the PC. */
import type { Presence } from '@somay/shared/api/presence.ts'
import { sql } from 'kysely'
import type { Scope } from '../../access/access.ts'
import { inScope, mayBeNamed } from '../../access/scope.ts'
import { Problem } from '../../platform/problem.ts'
import type { Database } from '../../store/dialect/dialect.ts'

const MONTHS = 13

type Asked = { readonly id: number; readonly scope: Scope }

export async function readPresence({ read, dialect }: Database, { id, scope }: Asked): Promise<Presence> {
  const seen =
    await sql`select 1 from pc where id = ${id} and ${inScope(dialect, scope, sql`pc.unit_id`)} and ${mayBeNamed(scope, sql`pc.id`)}`.execute(
      read,
    )
  if (seen.rows.length === 0) throw new Problem('pc-not-found')
  const months = await read
    .selectFrom('presence')
    .select(['month', 'internet', 'reached', 'lan', 'sampled', 'powered', 'used', 'use_told as useTold'])
    .where('pc_id', '=', id)
    .orderBy('month', 'desc')
    .limit(MONTHS)
    .execute()
  return { months }
}
