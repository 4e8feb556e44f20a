/** The tables of reference in use: of each the newer of what the product brings and what was imported. */
import type { ReferenceFile, ReferenceStanding } from '@somay/shared/api/reference.ts'
import { BUILT_IN, type Reference } from '../plan/reference/reference.ts'
import type { Database } from '../store/dialect/dialect.ts'
import {
  type ImportedTable,
  importedDay,
  importedTable,
  keepReference,
  REFERENCE_TABLES,
  type ReferenceTable,
} from '../store/reference-tables.ts'

// Read again only when another day stands there: the tables are large, and plans are asked for many times a minute.
const held = new WeakMap<Database, { readonly key: string; readonly reference: Reference }>()

export async function currentReference(database: Database): Promise<Reference> {
  const days = await Promise.all(REFERENCE_TABLES.map((table) => newerDay(database, table)))
  const key = days.map((day) => day ?? '').join(' ')
  const before = held.get(database)
  if (before?.key === key) return before.reference
  const [lifecycle, builds] = await Promise.all(
    REFERENCE_TABLES.map((table, place) => (days[place] === undefined ? undefined : importedTable(database, table))),
  )
  const reference: Reference = {
    lifecycle: (lifecycle as Reference['lifecycle'] | undefined) ?? BUILT_IN.lifecycle,
    builds: (builds as Reference['builds'] | undefined) ?? BUILT_IN.builds,
  }
  held.set(database, { key, reference })
  return reference
}

/** Of the imported table, where it is newer than what the product brings. */
async function newerDay(database: Database, table: ReferenceTable): Promise<string | undefined> {
  const day = await importedDay(database, table)
  return day !== undefined && day > BUILT_IN[table].asOf ? day : undefined
}

export async function referenceStanding(database: Database): Promise<ReferenceStanding> {
  const { lifecycle, builds } = await currentReference(database)
  const standing = ({ asOf, source }: { asOf: string; source: string }, table: ReferenceTable) => ({
    asOf,
    source,
    imported: asOf !== BUILT_IN[table].asOf,
  })
  return { lifecycle: standing(lifecycle, 'lifecycle'), builds: standing(builds, 'builds') }
}

/** The tables of the file that are newer than those in use; of the others nothing is kept. */
export async function importReference(
  database: Database,
  file: ReferenceFile,
  { who, at }: { readonly who: string; readonly at: number },
): Promise<readonly ReferenceTable[]> {
  const now = await currentReference(database)
  const newer = REFERENCE_TABLES.flatMap((table): ImportedTable[] => {
    const content = file[table]
    return content && content.asOf > now[table].asOf ? [{ table, content }] : []
  })
  if (newer.length > 0) await keepReference(database, newer, { who, at })
  return newer.map(({ table }) => table)
}
