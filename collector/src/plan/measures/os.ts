/** Measures of the operating system: until when it is supported, since when it lacks an update, whether Windows 11 is a question for it. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import { isUnknown, unknown } from '@somay/shared/unknown.ts'
import { type Cycle, cycleOf } from '../reference/lifecycle.ts'
import { patchedBy } from '../reference/patches.ts'
import type { Reference } from '../reference/reference.ts'
import { type Facts, type Measured, of, whenKnown } from './measured.ts'
import { type Measures, NEVER } from './measures.ts'

type Os = Pick<
  Measures,
  | 'osFamily'
  | 'mayGoToWindows11'
  | 'onWindows11'
  | 'upgradesForFree'
  | 'supportEndsOn'
  | 'extendedEndsOn'
  | 'missingSince'
  | 'patchedUntil'
  | 'windowsBuild'
  | 'windowsRevision'
>

const FIRST_WINDOWS_10 = 10_240
const FIRST_WINDOWS_11 = 22_000

export function osMeasures(facts: Facts, { lifecycle, builds }: Reference): Os {
  const cycle = of(facts, 'os', (os) => cycleOf(os, lifecycle))
  const patched = of(facts, 'os', ({ family, build, ubr }) =>
    family === 'windows'
      ? whenKnown(build, (number) => whenKnown(ubr, (revision) => patchedBy(builds, number, revision)))
      : unknown('not-supported', 'there is no table of updates of this system'),
  )
  const ofWindows = (part: 'build' | 'ubr') =>
    of(facts, 'os', (os) => (os.family === 'windows' ? os[part] : unknown('not-supported', 'it is no Windows')))
  return {
    osFamily: of(facts, 'os', ({ family }) => family),
    mayGoToWindows11: of(facts, 'os', (os) => windowsOfPeople(os, (build) => build < FIRST_WINDOWS_11)),
    onWindows11: of(facts, 'os', (os) => windowsOfPeople(os, (build) => build >= FIRST_WINDOWS_11)),
    upgradesForFree: of(facts, 'os', forFree),
    supportEndsOn: whenKnown(cycle, ({ endsOn }) => endsOn ?? NEVER),
    extendedEndsOn: whenKnown(cycle, extendedOf),
    missingSince: whenKnown(patched, ({ missingSince }) => missingSince),
    patchedUntil: whenKnown(patched, ({ missingSince, patchedUntil }) =>
      // Where support was over before the table was made, the last update it holds is the last there is.
      isUnknown(missingSince) && !isUnknown(cycle) && lastDayOf(cycle) < builds.asOf ? NEVER : patchedUntil,
    ),
    windowsBuild: ofWindows('build'),
    windowsRevision: ofWindows('ubr'),
  }
}

function extendedOf(cycle: Cycle): Measured<string> {
  const { extendedEndsOn, endsOn, isExtendedUntold } = cycle
  const isSold = extendedEndsOn !== undefined && extendedEndsOn !== endsOn
  return isExtendedUntold && isSold ? unknown('not-supported', 'the edition is not one that support dates are told for') : lastDayOf(cycle)
}

function lastDayOf({ endsOn, extendedEndsOn }: Cycle): string {
  return extendedEndsOn ?? endsOn ?? NEVER
}

/** False of servers and of other systems. */
function windowsOfPeople({ family, build, supportEdition, name }: FactValue<'os'>, is: (build: number) => boolean): Measured<boolean> {
  if (family !== 'windows') return false
  if (supportEdition === 'server' || /server/i.test(name)) return false
  return whenKnown(build, is)
}

function forFree({ family, build, supportEdition }: FactValue<'os'>): Measured<boolean> {
  if (family === 'linux') return true
  if (family === 'macos') return unknown('not-supported', 'no table tells which Macs the next macOS takes')
  if (supportEdition === 'ltsc' || supportEdition === 'server') return false
  return whenKnown(build, (number) => number >= FIRST_WINDOWS_10)
}
