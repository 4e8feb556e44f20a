/** Whether the ledger was measured by this code and by the tables it brings; where not, every PC is measured anew. */
import { hash } from 'node:crypto'
import { MEASURES } from '../plan/measures/version.ts'
import { BUILT_IN, type Reference } from '../plan/reference/reference.ts'
import { standingBy } from '../plan/standing.ts'
import type { Database } from '../store/dialect/dialect.ts'
import { measuredBy, takeUpMeasuring } from '../store/measures.ts'

export type Cutting = { readonly version: number; readonly results: string }

/** "1 0123456789abcdef 0123456789abcdef"; the last of the tables and of the rules whose outcome is kept. Tables that were imported are no part of it: importing them has every PC measured anew by itself. */
export function markOf({ version, results }: Cutting, builtIn: Reference, standing = standingBy()): string {
  return `${version} ${results} ${hash('sha256', JSON.stringify(builtIn) + standing, 'hex').slice(0, 16)}`
}

const OWN = markOf(MEASURES, BUILT_IN)

/**
 * Whether this collector is to measure. One that starts takes it up from whoever did before, an older one too: nobody starts it beside a newer for
 * long. While both run, the higher version has it, so that they do not take it from each other for ever.
 */
export async function isToMeasure(
  database: Database,
  { starts, mark = OWN }: { readonly starts: boolean; readonly mark?: string },
): Promise<boolean> {
  const standing = await measuredBy(database)
  if (standing === mark) return true
  const [before, own] = [versionOf(standing), versionOf(mark)]
  if (starts || before < own) await takeUpMeasuring(database, mark)
  return starts || before <= own
}

function versionOf(mark: string | undefined): number {
  return mark === undefined ? 0 : Number.parseInt(mark, 10)
}
