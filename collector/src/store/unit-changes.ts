/** What a change of units would touch, read before it is made. */
import { sql } from 'kysely'
import { signatureOf } from './api-tokens.ts'
import type { Database } from './dialect/dialect.ts'
import { keepsSight, type Reorganisation } from './reorganise.ts'

/** How many PCs stand in each of these units today, without those below. */
export async function pcsIn({ read, dialect }: Database, unitIds: readonly number[]): Promise<{ unitId: number; pcs: number }[]> {
  const units = dialect.rows('j', { id: 'int' }, JSON.stringify(unitIds.map((id) => [id])))
  const { rows } = await sql<{ unitId: number; pcs: number }>`
    select j.id as "unitId", (select count(*) from pc where pc.unit_id = j.id and pc.retired_at is null) as pcs from ${units}`.execute(read)
  return rows
}

/** Who sees an ended unit by itself and is not let into what becomes of it: people by their names, scripts by what they sign with. */
export async function losingSight({ read }: Database, { ended, made, at }: Reorganisation): Promise<string[]> {
  const lost = ended.filter((unit) => !keepsSight(unit, ended, made)).map(({ unitId }) => unitId)
  if (lost.length === 0) return []
  const people = await read
    .selectFrom('scope')
    .innerJoin('person', 'person.id', 'scope.person_id')
    .select('person.user_name')
    .distinct()
    .where('scope.unit_id', 'in', lost)
    .where('person.disabled_at', 'is', null)
    .orderBy('person.user_name')
    .execute()
  const tokens = await read
    .selectFrom('scope')
    .innerJoin('api_token', 'api_token.id', 'scope.token_id')
    .select(['api_token.id', 'api_token.label'])
    .distinct()
    .where('scope.unit_id', 'in', lost)
    .where('api_token.revoked_at', 'is', null)
    .where((where) => where.or([where('api_token.expires_at', 'is', null), where('api_token.expires_at', '>', at)]))
    .orderBy('api_token.id')
    .execute()
  return [...people.map(({ user_name }) => user_name), ...tokens.map(signatureOf)]
}
