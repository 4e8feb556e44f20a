/** Finds the support dates of an operating system by product, version and edition; what the table does not hold is unknown. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import { isUnknown, type Unknown, unknown } from '@somay/shared/unknown.ts'

/** `endsOn` is null while the maker announced no end; `build` of Windows alone. */
export type Cycle = {
  readonly product: string
  readonly cycle: string
  readonly endsOn: string | null
  readonly extendedEndsOn?: string
  /** Of Home, where it differs. */
  readonly extendedHomeEndsOn?: string
  readonly build?: number
  /** Whether its support for money can be had for this PC nobody can tell. */
  readonly isExtendedUntold?: true
}
export type Lifecycle = { readonly asOf: string; readonly source: string; readonly cycles: readonly Cycle[] }

type Os = FactValue<'os'>

export function cycleOf(os: Os, { cycles }: Lifecycle): Cycle | Unknown {
  if (os.family === 'windows') return windowsCycle(os, cycles)
  const product = os.family === 'macos' ? 'macos' : linuxProduct(os.name)
  if (product === undefined) return unknown('not-supported', `no support dates of ${os.name} are known`)
  if (isUnknown(os.version)) return os.version
  const version = os.version
  const found = cycles.filter(({ product: of, cycle }) => of === product && (version === cycle || version.startsWith(`${cycle}.`)))
  // "10.15" is longer than "10": the most particular row speaks.
  return found.toSorted((one, other) => other.cycle.length - one.cycle.length)[0] ?? notListed(product, version)
}

function linuxProduct(name: string): string | undefined {
  if (/ubuntu/i.test(name)) return 'ubuntu'
  return /debian/i.test(name) ? 'debian' : undefined
}

/** Suffixes of the table: w for Home and Pro, e for Enterprise and Education, lts for channels of ten years. */
function windowsCycle({ build, supportEdition, name }: Os, cycles: readonly Cycle[]): Cycle | Unknown {
  if (isUnknown(build)) return build
  if (isUnknown(supportEdition)) return supportEdition
  const isServer = supportEdition === 'server'
  const all = cycles.filter((cycle) => cycle.build === build && cycle.product === (isServer ? 'windows-server' : 'windows'))
  const ending = (suffix: RegExp) => all.find(({ cycle }) => suffix.test(cycle))
  if (isServer) return ending(/^[^-]+$/) ?? ending(/-(r2|sp\d)/) ?? all[0] ?? notListed('Windows Server', String(build))
  if (supportEdition === 'ltsc')
    return (/iot/i.test(name) ? ending(/-iot/) : undefined) ?? ending(/-e-lts$/) ?? notListed('Windows LTSC', String(build))
  const forAll = all.find(({ cycle }) => !/-(w|e|lts|iot)$/.test(cycle))
  // Support of editions that nobody recognised is told where it is the same for all; what is sold besides is not sold for all.
  if (supportEdition === 'other')
    return forAll ? { ...forAll, isExtendedUntold: true } : unknown('not-supported', `no support dates of ${name} are known`)
  const own = supportEdition === 'enterprise' || supportEdition === 'education' ? /-e$/ : /-w$/
  const found = ending(own) ?? forAll
  if (!found) return notListed('Windows', String(build))
  return supportEdition === 'home' ? atHome(found) : found
}

/** Agencies cannot buy years of support for Home; consumers were given one. */
function atHome({ extendedHomeEndsOn, ...cycle }: Cycle): Cycle {
  const { extendedEndsOn: _, ...plain } = cycle
  return extendedHomeEndsOn === undefined ? plain : { ...plain, extendedEndsOn: extendedHomeEndsOn }
}

function notListed(product: string, version: string): Unknown {
  return unknown('not-supported', `the table of support dates has no ${product} ${version}`)
}
