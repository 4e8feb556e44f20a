/** Tells by the table of builds which update a Windows lacks, and up to which day it is known to lack none: no table knows what came out after it. */
import { type Unknown, unknown } from '@somay/shared/unknown.ts'

type Release = readonly [revision: number, day: string, regular?: 1]

/** Of each build its revisions, in any order: when they came out, and 1 where it was the month's regular security update. */
export type Builds = {
  readonly asOf: string
  readonly source: string
  readonly builds: Readonly<Record<string, readonly Release[]>>
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
  let own: Release | undefined
  for (const release of releases) if (release[0] <= revision && release[0] >= (own?.[0] ?? 0)) own = release
  let next: string | undefined
  for (const [number, day, regular] of releases)
    if (regular === 1 && number > revision && day > (own?.[1] ?? '') && !(next !== undefined && next <= day)) next = day
  if (next !== undefined) return { missingSince: next, patchedUntil: next }
  return { missingSince: unknown('not-supported', `the table of updates, of ${asOf}, has none after this one`), patchedUntil: asOf }
}
