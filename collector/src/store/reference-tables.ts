/** Keeps newer tables of reference that were imported: whatever was measured by older ones is measured anew. */
import { writeDeed } from './deeds.ts'
import type { Database } from './dialect/dialect.ts'
import { measureAllAnew } from './measures.ts'
import { putSetting, readSetting } from './settings.ts'

export const REFERENCE_TABLES = ['lifecycle', 'builds'] as const
export type ReferenceTable = (typeof REFERENCE_TABLES)[number]

/** `content` has the day it stands for as `asOf`, "2026-08-22". */
export type ImportedTable = { readonly table: ReferenceTable; readonly content: { readonly asOf: string } }

const keyOf = (table: ReferenceTable): string => `reference ${table}`
const dayKeyOf = (table: ReferenceTable): string => `reference ${table} as of`

export function keepReference(
  { write, dialect }: Database,
  tables: readonly ImportedTable[],
  { who, at }: { readonly who: string; readonly at: number },
): Promise<void> {
  return write(async (db) => {
    for (const { table, content } of tables) {
      await putSetting(db, keyOf(table), JSON.stringify(content))
      await putSetting(db, dayKeyOf(table), content.asOf)
    }
    await measureAllAnew(db, dialect)
    const detail = Object.fromEntries(tables.map(({ table, content }) => [table, content.asOf]))
    await writeDeed(db, { at, who, kind: 'reference-imported', detail })
  })
}

/** The day of the imported table; undefined while none was imported. */
export function importedDay(database: Database, table: ReferenceTable): Promise<string | undefined> {
  return readSetting(database, dayKeyOf(table))
}

export async function importedTable(database: Database, table: ReferenceTable): Promise<unknown> {
  const text = await readSetting(database, keyOf(table))
  return text === undefined ? undefined : JSON.parse(text)
}
