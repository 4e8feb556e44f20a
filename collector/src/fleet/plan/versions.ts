/** Reads policies and price books in their versions; number 0 of each is what the product comes with. */
import type { Policies, Policy, PriceBooks, Prices } from '@somay/shared/api/plans.ts'
import { FIRST_POLICY } from '../../plan/policy.ts'
import { FIRST_PRICES, FIRST_PRICES_FROM } from '../../plan/prices.ts'
import type { Database } from '../../store/dialect/dialect.ts'

type Kind = 'policy' | 'price-book'
export type Version<T> = {
  readonly id: number
  readonly name: string
  readonly version: number
  readonly fromDay: string
  readonly content: T
}

/** A name is kept as it was given, in one language: this one too. */
const GIVEN = { id: 0, name: 'Mặc định', version: 0, fromDay: FIRST_PRICES_FROM } as const

const FIRST: Readonly<Record<Kind, Version<unknown>>> = {
  policy: { ...GIVEN, content: FIRST_POLICY },
  'price-book': { ...GIVEN, content: FIRST_PRICES },
}

/** By its number; the one made last unless it is given; undefined when there is none of that number. */
export async function readVersion<T>({ read }: Database, kind: Kind, id: number | undefined): Promise<Version<T> | undefined> {
  if (id === 0) return FIRST[kind] as Version<T>
  const rows = read.selectFrom('plan_version').selectAll().where('kind', '=', kind)
  const asked = id === undefined ? rows.orderBy('id', 'desc').limit(1) : rows.where('id', '=', id)
  const row = await asked.executeTakeFirst()
  if (row) return { id: row.id, name: row.name, version: row.version, fromDay: row.from_day, content: JSON.parse(row.content) as T }
  return id === undefined ? (FIRST[kind] as Version<T>) : undefined
}

/** The latest version of a name, whatever its marks and capitals; for the command line. */
export async function findVersion({ read }: Database, kind: Kind, nameKey: string): Promise<number | undefined> {
  const row = await read
    .selectFrom('plan_version')
    .select('id')
    .where('kind', '=', kind)
    .where('name_key', '=', nameKey)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id
}

export async function readPolicies(database: Database): Promise<Policies> {
  const all = await readAll<Policy>(database, 'policy')
  return { policies: all.map(({ content, fromDay: _, ...version }) => ({ ...version, policy: content })) }
}

export async function readPriceBooks(database: Database): Promise<PriceBooks> {
  const all = await readAll<Prices>(database, 'price-book')
  return { priceBooks: all.map(({ content, ...version }) => ({ ...version, prices: content })) }
}

async function readAll<T>({ read }: Database, kind: Kind) {
  const rows = await read.selectFrom('plan_version').selectAll().where('kind', '=', kind).orderBy('id', 'desc').execute()
  const seen = new Set<string>()
  const made = rows.map(({ id, name, name_key, version, from_day, content, who, at }) => {
    const latest = !seen.has(name_key)
    seen.add(name_key)
    return { id, name, version, latest, fromDay: from_day, content: JSON.parse(content) as T, who, at }
  })
  return [...made, { ...(FIRST[kind] as Version<T>), latest: true }]
}
