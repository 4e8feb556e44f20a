/** The mark of this code: by which version of measures, which tables of the product and which standing rules it measures PCs. */
import { hash } from 'node:crypto'
import { MEASURES } from '../plan/measures/version.ts'
import { BUILT_IN, type Reference } from '../plan/reference/reference.ts'
import { standingBy } from '../plan/standing.ts'

export type Cutting = { readonly version: number; readonly results: string }

/**
 * "1 0123456789abcdef 0123456789abcdef"; the last is of the tables and of the rules whose outcome is kept. Tables that were imported are no part of it:
 * importing them has every PC measured anew.
 */
export function markOf({ version, results }: Cutting, builtIn: Reference, standing = standingBy()): string {
  return `${version} ${results} ${hash('sha256', JSON.stringify(builtIn) + standing, 'hex').slice(0, 16)}`
}

export const OWN_MARK = markOf(MEASURES, BUILT_IN)

/** A mark as it stands beside the measures of a PC: 48 bits of its digest. */
export function numberOfMark(mark: string): number {
  return Number.parseInt(hash('sha256', mark, 'hex').slice(0, 12), 16)
}

export const OWN_NUMBER = numberOfMark(OWN_MARK)
