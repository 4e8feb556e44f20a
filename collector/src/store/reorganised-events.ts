/** What a reorganisation leaves in the log besides itself: each PC that went along, each person and script let into a successor, and the names of units. */
import { type Kysely, sql } from 'kysely'
import { writeDeed } from './deeds.ts'
import type { Dialect } from './dialect/dialect.ts'
import type { Reorganisation, UnitRef } from './reorganise.ts'
import { type NamedUnits, namedScopes, scopeWords } from './scopes.ts'
import { keptInSight } from './sight.ts'
import type { Tables } from './tables.ts'

type Unit = { readonly id: number; readonly name: string; readonly parentId: number | null }
type Heirs = { readonly unitId: number; readonly heirs: readonly number[] }

/** A line of the log is read by people; the whole lies in the tree of each date. */
const MOST_NAMED = 30

/** Names for those who read the log: the tree of the day may be another by then. */
export function namesIn({ made, ended }: Reorganisation, units: readonly Unit[]): { madeNames: string[]; became: string[] } {
  const names = new Map([
    ...units.map(({ id, name }): [string, string] => [`unit ${id}`, name]),
    ...made.map(({ key, name }): [string, string] => [`key ${key}`, name]),
  ])
  const nameOf = (ref: UnitRef) => names.get('key' in ref ? `key ${ref.key}` : `unit ${ref.unitId}`) ?? '?'
  const became = ended.map(({ unitId, into }) => `${nameOf({ unitId })} → ${into.map(nameOf).join(' + ')}`)
  return { madeNames: bounded(made.map(({ name }) => name)), became: bounded(became) }
}

function bounded(names: readonly string[]): string[] {
  return names.length <= MOST_NAMED ? [...names] : [...names.slice(0, MOST_NAMED), '…']
}

/** Before they stand in the successor. */
export async function tellPcs(
  db: Kysely<Tables>,
  dialect: Dialect,
  { day, who, at }: Reorganisation,
  ended: readonly Heirs[],
): Promise<void> {
  const told = ended.map(({ unitId, heirs: [first] }) => [unitId, at, who, JSON.stringify({ from: unitId, to: first, day })])
  await sql`
    insert into event (at, kind, pc_id, who, detail) select j.at, 'went-along', pc.id, j.who, j.detail
    from pc join ${dialect.rows('j', { old_id: 'int', at: 'int', who: 'text', detail: 'text' }, JSON.stringify(told))} on j.old_id = pc.unit_id
    where pc.retired_at is null and pc.merged_into is null order by pc.id`.execute(db)
}

/** Those whose unit became exactly one new one, which holds nothing else, go on seeing it. */
export async function letIntoHeirs(
  db: Kysely<Tables>,
  dialect: Dialect,
  plan: Reorganisation,
  units: readonly Unit[],
  ids: ReadonlyMap<string, number>,
): Promise<void> {
  const kept = keptInSight(plan, new Map(units.map(({ id, parentId }) => [id, parentId])))
  const rows = JSON.stringify(kept.map(({ unitId, key }) => [unitId, ids.get(key)]))
  const before = await scopesOf(db)
  const { rows: added } = await sql<{ person_id: number | null; token_id: number | null }>`
    insert into scope (person_id, token_id, unit_id)
    select scope.person_id, scope.token_id, j.new_id from scope join ${dialect.rows('j', { old_id: 'int', new_id: 'int' }, rows)} on j.old_id = scope.unit_id
    returning person_id, token_id`.execute(db)
  if (added.length === 0) return
  const after = await scopesOf(db)
  const { day, who, at } = plan
  const changed = (holder: keyof typeof before, id: number) => ({
    old: { units: scopeWords(before[holder].get(id)) },
    new: { units: scopeWords(after[holder].get(id)) },
    day,
  })
  for (const id of distinct(added.map(({ person_id }) => person_id))) {
    const person = await db.selectFrom('person').select('user_name').where('id', '=', id).executeTakeFirst()
    if (person) await writeDeed(db, { at, who, kind: 'person-changed', detail: { person: person.user_name, ...changed('people', id) } })
  }
  for (const id of distinct(added.map(({ token_id }) => token_id))) {
    const token = await db.selectFrom('api_token').select('label').where('id', '=', id).executeTakeFirst()
    if (token)
      await writeDeed(db, { at, who, kind: 'api-token-changed', detail: { token: id, label: token.label, ...changed('tokens', id) } })
  }
}

type Scopes = { readonly people: ReadonlyMap<number, NamedUnits>; readonly tokens: ReadonlyMap<number, NamedUnits> }

async function scopesOf(db: Kysely<Tables>): Promise<Scopes> {
  return { people: await namedScopes({ read: db }, 'person_id'), tokens: await namedScopes({ read: db }, 'token_id') }
}

function distinct(ids: readonly (number | null)[]): number[] {
  return [...new Set(ids.filter((id) => id !== null))].sort((a, b) => a - b)
}
