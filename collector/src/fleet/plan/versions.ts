/** Reads policies and price books in their versions, and which of them a plan uses; number 0 of each is what the product comes with. */
import type { NewPriceBook, Policies, Policy, PriceBooks } from '@somay/shared/api/policies.ts'
import { fold } from '@somay/shared/text/fold.ts'
import { BUILT_IN_NAME } from '@somay/shared/text/plan.ts'
import { FIRST_POLICY, keptPolicy } from '../../plan/policy.ts'
import { FIRST_CEILINGS, FIRST_PRICES, FIRST_PRICES_FROM } from '../../plan/prices.ts'
import { defaultKey } from '../../store/default-key.ts'
import type { Database } from '../../store/dialect/dialect.ts'

/** What a version of each kind holds. */
type Contents = { policy: Policy; 'price-book': Pick<NewPriceBook, 'prices' | 'ceilings'> }
type Kind = keyof Contents
export type Version<T> = {
  readonly id: number
  readonly name: string
  readonly version: number
  readonly fromDay: string
  readonly content: T
}

const GIVEN = { id: 0, name: BUILT_IN_NAME, version: 0, fromDay: FIRST_PRICES_FROM } as const

const FIRST: { readonly [K in Kind]: Version<Contents[K]> } = {
  policy: { ...GIVEN, content: FIRST_POLICY },
  'price-book': { ...GIVEN, content: { prices: FIRST_PRICES, ceilings: [...FIRST_CEILINGS] } },
}

/** The version of this number; undefined when there is none. */
async function readVersion<K extends Kind>({ read }: Database, kind: K, id: number): Promise<Version<Contents[K]> | undefined> {
  if (id === 0) return FIRST[kind]
  const row = await read.selectFrom('plan_version').selectAll().where('kind', '=', kind).where('id', '=', id).executeTakeFirst()
  return row && versionOf(kind, row)
}

/**
 * The version of a name, whatever its marks and capitals, that holds on a day, "2026-09-30": of a price book the one from the latest day that has come, and of the
 * same day the one made last; of a policy, which holds from no day, the one made last. Undefined when there is none.
 */
export async function versionOn<K extends Kind>(
  { read }: Database,
  kind: K,
  { name, on }: { readonly name: string; readonly on: string },
): Promise<Version<Contents[K]> | undefined> {
  const named = read.selectFrom('plan_version').selectAll().where('kind', '=', kind).where('name_key', '=', fold(name))
  const held = kind === 'price-book' ? named.where('from_day', '<=', on).orderBy('from_day', 'desc') : named
  const row = await held.orderBy('version', 'desc').limit(1).executeTakeFirst()
  return row && versionOf(kind, row)
}

/** Its folded name; undefined for what the product comes with. */
async function readDefaultName({ read }: Database, kind: Kind): Promise<string | undefined> {
  const row = await read.selectFrom('setting').select('value').where('key', '=', defaultKey(kind)).executeTakeFirst()
  return row?.value || undefined
}

/** By the number asked for; else that of the default which holds on the day, or what the product comes with. Undefined when there is none of that number. */
export async function versionUsed<K extends Kind>(
  database: Database,
  kind: K,
  { id, on }: { readonly id: number | undefined; readonly on: string },
): Promise<Version<Contents[K]> | undefined> {
  if (id !== undefined) return readVersion(database, kind, id)
  const name = await readDefaultName(database, kind)
  return (name === undefined ? undefined : await versionOn(database, kind, { name, on })) ?? FIRST[kind]
}

type Row = { readonly id: number; readonly name: string; readonly version: number; readonly from_day: string; readonly content: string }

function versionOf<K extends Kind>(kind: K, { id, name, version, from_day, content }: Row): Version<Contents[K]> {
  return { id, name, version, fromDay: from_day, content: contentOf(kind, content) }
}

function contentOf<K extends Kind>(kind: K, kept: string): Contents[K] {
  const content = JSON.parse(kept)
  return (kind === 'policy' ? keptPolicy(content) : content) as Contents[K]
}

export async function readPolicies(database: Database): Promise<Policies> {
  const all = await readAll(database, 'policy')
  return { policies: all.map(({ content, fromDay: _, ...version }) => ({ ...version, policy: content })) }
}

export async function readPriceBooks(database: Database): Promise<PriceBooks> {
  const all = await readAll(database, 'price-book')
  return { priceBooks: all.map(({ content, ...version }) => ({ ...version, ...content })) }
}

async function readAll<K extends Kind>(database: Database, kind: K) {
  const rows = await database.read.selectFrom('plan_version').selectAll().where('kind', '=', kind).orderBy('id', 'desc').execute()
  const defaultName = await readDefaultName(database, kind)
  const seen = new Set<string>()
  const made = rows.map((row) => {
    const latest = !seen.has(row.name_key)
    seen.add(row.name_key)
    return { ...versionOf(kind, row), latest, isDefault: row.name_key === defaultName, who: row.who, at: row.at }
  })
  return [...made, { ...FIRST[kind], latest: true, isDefault: defaultName === undefined }]
}
