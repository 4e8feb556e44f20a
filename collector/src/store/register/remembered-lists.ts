/** How lists were read before: which columns by their headings, which unit by which text; the next list of the same author needs no asking. */
import { createHash } from 'node:crypto'
import { fold } from '@somay/shared/text/fold.ts'
import type { Database } from '../dialect/dialect.ts'
import { readSetting, writeSetting } from '../settings.ts'

export type RememberedList = { readonly mapping: Readonly<Record<string, number>>; readonly costUnitDong: number }

const LISTS = 'register-lists'
const UNITS = 'register-units'
const MOST_LISTS = 50
const MOST_UNITS = 5_000

export async function rememberedList(database: Database, headings: readonly string[]): Promise<RememberedList | undefined> {
  return Object.fromEntries(await entriesOf<RememberedList>(database, LISTS))[keyOf(headings)]
}

export function rememberList(database: Database, headings: readonly string[], list: RememberedList): Promise<void> {
  return remember(database, LISTS, [[keyOf(headings), list]], MOST_LISTS)
}

/** Unit ids by the folded text that meant them. */
export async function rememberedUnits(database: Database): Promise<ReadonlyMap<string, number>> {
  return new Map(await entriesOf<number>(database, UNITS))
}

export function rememberUnits(database: Database, units: readonly (readonly [text: string, unitId: number])[]): Promise<void> {
  if (units.length === 0) return Promise.resolve()
  const keyed = units.map(([text, unitId]) => [fold(text), unitId] as const)
  return remember(database, UNITS, keyed, MOST_UNITS)
}

async function entriesOf<T>(database: Database, key: string): Promise<readonly (readonly [string, T])[]> {
  return JSON.parse((await readSetting(database, key)) ?? '[]') as [string, T][]
}

/** The latest last; the oldest are forgotten. */
async function remember<T>(database: Database, key: string, fresh: readonly (readonly [string, T])[], most: number): Promise<void> {
  const names = new Set(fresh.map(([name]) => name))
  const kept = (await entriesOf<T>(database, key)).filter(([name]) => !names.has(name))
  await writeSetting(database, key, JSON.stringify([...kept, ...fresh].slice(-most)))
}

function keyOf(headings: readonly string[]): string {
  return createHash('sha256')
    .update(JSON.stringify(headings.map(fold)))
    .digest('hex')
}
