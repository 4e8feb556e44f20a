/** Tells by the table of builds which update a Windows lacks, and up to which day it is known to lack none: no table knows what came out after it. */
import { type Unknown, unknown } from '@somay/shared/unknown.ts'

/** Of each build its revisions in order: when they came out, and 1 where it was the month's regular security update. */
export type Builds = {
  readonly asOf: string
  readonly source: string
  readonly builds: Readonly<Record<string, readonly (readonly [revision: number, day: string, regular?: 1])[]>>
}

/** See the measures of these names. */
export type Patched = { readonly missingSince: string | Unknown; readonly patchedUntil: string }

/**
 * The first regular update after the one the PC has. By day and not by number: hot patches and regular updates of one day bear different
 * numbers.
 */
export function patchedBy({ asOf, builds }: Builds, build: number, revision: number): Patched | Unknown {
  const releases = builds[String(build)]
  if (!releases) return unknown('not-supported', `the table of updates has no build ${build}`)
  const own = releases.findLast(([number]) => number <= revision)
  const next = releases.find(([number, day, regular]) => regular === 1 && number > revision && day > (own?.[1] ?? ''))?.[1]
  if (next !== undefined) return { missingSince: next, patchedUntil: next }
  return { missingSince: unknown('not-supported', `the table of updates, of ${asOf}, has none after this one`), patchedUntil: asOf }
}
