/** Tells since when a Windows lacks an update, by the table of its builds. */
import { type Unknown, unknown } from '@somay/shared/unknown.ts'
import { NEVER } from '../measures/measures.ts'

/** Of each build its revisions in order: when they came out, and 1 where it was the month's regular security update. */
export type Builds = {
  readonly asOf: string
  readonly source: string
  readonly builds: Readonly<Record<string, readonly (readonly [revision: number, day: string, regular?: 1])[]>>
}

/**
 * The day of the first regular update after the one the PC has; `NEVER` when the table knows none. By day and not by number: hot patches and
 * regular updates of one day bear different numbers.
 */
export function missingSince({ builds }: Builds, build: number, revision: number): string | Unknown {
  const releases = builds[String(build)]
  if (!releases) return unknown('not-supported', `the table of updates has no build ${build}`)
  const own = releases.findLast(([number]) => number <= revision)
  return releases.find(([number, day, regular]) => regular === 1 && number > revision && day > (own?.[1] ?? ''))?.[1] ?? NEVER
}
