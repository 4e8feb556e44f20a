/** How lists were read before: which columns by their headings, and by headings and person which unit a text meant; the next list of the same author needs no asking. */
import { createHash } from 'node:crypto'
import { fold } from '@somay/shared/text/fold.ts'
import type { Kysely } from 'kysely'
import type { Database } from '../dialect/dialect.ts'
import { putSetting } from '../settings.ts'
import type { Tables } from '../tables.ts'

export type RememberedList = { readonly mapping: Readonly<Record<string, number>>; readonly costUnitDong: number }

/** Whose list it is: the same text of another person, or of another list, may mean another unit. */
export type ListAuthor = { readonly headings: readonly string[]; readonly who: string }

const LISTS = 'register-lists'
const MOST_LISTS = 50
const MOST_TEXTS = 5_000

export async function rememberedList({ read }: Database, headings: readonly string[]): Promise<RememberedList | undefined> {
  return new Map(await entriesOf<RememberedList>(read, LISTS)).get(hashOf(headings.map(fold)))
}

export function rememberList(database: Database, headings: readonly string[], list: RememberedList): Promise<void> {
  return remember(database, LISTS, [[hashOf(headings.map(fold)), list]], MOST_LISTS)
}

/** Unit ids by the folded text that meant them. */
export async function rememberedUnits({ read }: Database, author: ListAuthor): Promise<ReadonlyMap<string, number>> {
  return new Map(await entriesOf<number>(read, unitsKey(author)))
}

/** Undefined as a unit forgets what the text meant. */
export function rememberUnits(
  database: Database,
  author: ListAuthor,
  units: readonly (readonly [text: string, unitId: number | undefined])[],
): Promise<void> {
  const keyed = units.map(([text, unitId]) => [fold(text), unitId] as const)
  return remember(database, unitsKey(author), keyed, MOST_TEXTS)
}

/** Whether things of a folded name are PCs. */
export async function rememberedPcs({ read }: Database, author: ListAuthor): Promise<ReadonlyMap<string, boolean>> {
  return new Map(await entriesOf<boolean>(read, pcsKey(author)))
}

export function rememberPcs(
  database: Database,
  author: ListAuthor,
  names: readonly (readonly [name: string, isPc: boolean])[],
): Promise<void> {
  return remember(
    database,
    pcsKey(author),
    names.map(([name, isPc]) => [fold(name), isPc] as const),
    MOST_TEXTS,
  )
}

async function entriesOf<T>(db: Kysely<Tables>, key: string): Promise<readonly (readonly [string, T])[]> {
  const row = await db.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst()
  return JSON.parse(row?.value ?? '[]') as [string, T][]
}

/** The latest last; the oldest are forgotten. Two lists that are imported at the same moment both leave their entries. */
async function remember<T>(
  { write, dialect }: Database,
  key: string,
  fresh: readonly (readonly [string, T | undefined])[],
  most: number,
): Promise<void> {
  if (fresh.length === 0) return
  await write(async (db) => {
    await dialect.alone(db, 'remembering-lists')
    const names = new Set(fresh.map(([name]) => name))
    const kept = (await entriesOf<T>(db, key)).filter(([name]) => !names.has(name))
    const value = JSON.stringify([...kept, ...fresh.filter(([, one]) => one !== undefined)].slice(-most))
    await putSetting(db, key, value)
  })
}

function unitsKey({ headings, who }: ListAuthor): string {
  return `register-units ${hashOf([who, ...headings.map(fold)])}`
}

function pcsKey({ headings, who }: ListAuthor): string {
  return `register-pcs ${hashOf([who, ...headings.map(fold)])}`
}

function hashOf(texts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(texts)).digest('hex')
}
