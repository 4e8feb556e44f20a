/** Which units a person or an API token may see: a null unit is the whole tree, no row is nothing. */
import { type Kysely, sql } from 'kysely'
import type { Database, Dialect } from './dialect/dialect.ts'
import type { Tables } from './tables.ts'

export type StoredScope = 'all' | readonly number[]
export type ScopeHolder = 'person_id' | 'token_id'
/** Null is the whole tree. */
export type NamedUnits = readonly { readonly id: number; readonly name: string; readonly validTo?: string }[] | null

export function scopeOf(rows: readonly { unit_id: number | null }[]): StoredScope {
  return rows.some((row) => row.unit_id === null) ? 'all' : rows.flatMap((row) => row.unit_id ?? [])
}

/** Puts `scope` in place of what was; false when one of the units is not in the tree. */
export async function writeScope(
  db: Kysely<Tables>,
  dialect: Dialect,
  { holder, id, scope }: { readonly holder: ScopeHolder; readonly id: number; readonly scope: StoredScope },
): Promise<boolean> {
  const other = holder === 'person_id' ? 'token_id' : 'person_id'
  await db.deleteFrom('scope').where(holder, '=', id).execute()
  if (scope === 'all') {
    await db
      .insertInto('scope')
      .values({ person_id: null, token_id: null, unit_id: null, [holder]: id })
      .execute()
    return true
  }
  const units = dialect.rows('j', { id: 'int' }, JSON.stringify(scope.map((unitId) => [unitId])))
  const { rows } = await sql<{ unit_id: number }>`
    insert into scope (${sql.ref(holder)}, ${sql.ref(other)}, unit_id) select ${id}, null, unit.id from unit join ${units} on j.id = unit.id
    returning unit_id`.execute(db)
  return rows.length === scope.length
}

/** The scopes of all holders of a kind, with the names of their units. */
export async function namedScopes({ read }: Pick<Database, 'read'>, holder: ScopeHolder): Promise<ReadonlyMap<number, NamedUnits>> {
  const rows = await read
    .selectFrom('scope')
    .leftJoin('unit', 'unit.id', 'scope.unit_id')
    .select([`scope.${holder} as holder`, 'unit.id', 'unit.name', 'unit.valid_to'])
    .where(`scope.${holder}`, 'is not', null)
    .orderBy('unit.order_no')
    .execute()
  const scopes = new Map<number, NamedUnits>()
  for (const { holder: of, id, name, valid_to } of rows) {
    if (of === null) continue
    const before = scopes.get(of)
    if (id === null || name === null || before === null) scopes.set(of, null)
    else scopes.set(of, [...(before ?? []), { id, name, ...(valid_to !== null && { validTo: valid_to }) }])
  }
  return scopes
}

/** Who stands in no row of them sees nothing. */
export function unitsOf(scopes: ReadonlyMap<number, NamedUnits>, id: number): { id: number; name: string; validTo?: string }[] | null {
  const units = scopes.get(id)
  return units === null ? null : [...(units ?? [])]
}

/** For the log: names of units, or that it is all of them. */
export function scopeWords(units: NamedUnits | undefined): string | readonly string[] {
  return units === null ? 'all' : (units ?? []).map(({ name }) => name)
}
