/** What a change of units would touch, read before it is made. */
import { sql } from 'kysely'
import { signatureOf } from './api-tokens.ts'
import type { Database } from './dialect/dialect.ts'
import type { Holder } from './sight.ts'

/** How many PCs stand in each of these units today, without those below. */
export async function pcsIn({ read, dialect }: Database, unitIds: readonly number[]): Promise<{ unitId: number; pcs: number }[]> {
  const units = dialect.rows('j', { id: 'int' }, JSON.stringify(unitIds.map((id) => [id])))
  const { rows } = await sql<{ unitId: number; pcs: number }>`
    select j.id as "unitId", (select count(*) from pc where pc.unit_id = j.id and pc.retired_at is null) as pcs from ${units}`.execute(read)
  return rows
}

/** Who sees parts of the tree only: people by their names, scripts by what they sign with. */
export async function readHolders({ read }: Pick<Database, 'read'>, at: number): Promise<Holder[]> {
  const people = await read
    .selectFrom('scope')
    .innerJoin('person', 'person.id', 'scope.person_id')
    .select(['person.user_name', 'scope.unit_id'])
    .where('scope.unit_id', 'is not', null)
    .where('person.disabled_at', 'is', null)
    .orderBy('person.user_name')
    .orderBy('scope.unit_id')
    .execute()
  const tokens = await read
    .selectFrom('scope')
    .innerJoin('api_token', 'api_token.id', 'scope.token_id')
    .select(['api_token.id', 'api_token.label', 'scope.unit_id'])
    .where('scope.unit_id', 'is not', null)
    .where('api_token.revoked_at', 'is', null)
    .where((where) => where.or([where('api_token.expires_at', 'is', null), where('api_token.expires_at', '>', at)]))
    .orderBy('api_token.id')
    .orderBy('scope.unit_id')
    .execute()
  const rows = [
    ...people.map(({ user_name, unit_id }) => ({ name: user_name, unit_id })),
    ...tokens.map(({ unit_id, ...token }) => ({ name: signatureOf(token), unit_id })),
  ]
  return [...Map.groupBy(rows, ({ name }) => name)].map(([name, own]) => ({ name, unitIds: own.flatMap(({ unit_id }) => unit_id ?? []) }))
}
