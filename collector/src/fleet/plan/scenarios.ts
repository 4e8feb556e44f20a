/** Reads the scenarios people kept: those about units the caller sees, and the caller's own. */
import type { Scenarios } from '@somay/shared/api/committed-plans.ts'
import type { PlanQuery } from '@somay/shared/api/plans.ts'
import { sql } from 'kysely'
import type { Scope } from '../../access/access.ts'
import { inScope } from '../../access/scope.ts'
import type { Database } from '../../store/dialect/dialect.ts'

const SHOWN = 200

type Row = { id: number; name: string; asked: string; who: string; at: number }

export async function readScenarios(
  { read, dialect }: Database,
  { scope, who }: { readonly scope: Scope; readonly who: string },
): Promise<Scenarios> {
  const seesAll = scope === 'all' || scope === 'all-open'
  const visible = sql<boolean>`(s.who = ${who} or (s.unit_id is null and ${sql.lit(seesAll ? 1 : 0)} = 1) or (s.unit_id is not null and ${inScope(dialect, scope, sql`s.unit_id`)}))`
  const { rows } = await sql<Row>`
    select s.id, s.name, s.asked, s.who, s.at from scenario s where s.removed_at is null and ${visible} order by s.id desc limit ${SHOWN}`.execute(
    read,
  )
  return {
    scenarios: rows.map(({ asked, at, ...row }) => ({
      ...row,
      at: Number(at),
      own: row.who === who,
      asked: JSON.parse(asked) as PlanQuery,
    })),
  }
}
