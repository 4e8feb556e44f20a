/** Which macOS this is, by its own word, and for which kind of processor. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { type Unknown, unknown } from '@somay/shared/unknown.ts'
import { because, textIn } from '../because.ts'
import { architectureOf } from './architecture.ts'
import { type MacReading, textOf } from './profile.ts'

const NO_NUMBER = unknown('not-supported', 'a build of macOS has letters; it stands with its name')
const ONE_EDITION = unknown('not-supported', 'macOS comes in one edition; its version alone decides how long it is supported')
const NO_INSTALL_DATE = unknown('not-supported', 'macOS keeps no date of its installation that outlasts upgrades and moves to another Mac')
/** What macOS 11 and macOS 26 call themselves before programs that are older than they are. */
const FOR_OLD_PROGRAMS = /^(10\.16|16)\b/

export function parseOsOnMac(kernel: string, mac: MacReading | undefined): FactBody<FactValue<'os'>> {
  const told = textOf(mac, 'version')
  if (told.kind !== 'read') return because(told)
  const name = fieldIn(told.value, 'ProductName', 200)
  if (name === undefined) return unknown('failed', 'sw_vers: not understood')
  return {
    known: {
      family: 'macos',
      name,
      version: versionIn(told.value),
      build: NO_NUMBER,
      ubr: NO_NUMBER,
      buildName: fieldIn(told.value, 'BuildVersion', 40) ?? notTold('BuildVersion'),
      kernel: kernel.slice(0, 120),
      supportEdition: ONE_EDITION,
      architecture: architectureOf(mac),
      installedAt: NO_INSTALL_DATE,
    },
    source: 'sw_vers, sysctl',
  }
}

/** 13.4.1 (c): a rapid response between two versions adds a letter. */
function versionIn(told: string): string | Unknown {
  const version = fieldIn(told, 'ProductVersion', 40)
  if (version === undefined) return notTold('ProductVersion')
  if (FOR_OLD_PROGRAMS.test(version)) return unknown('failed', `ProductVersion ${version}: what old programs are told, not the version`)
  const extra = fieldIn(told, 'ProductVersionExtra', 19)
  return extra === undefined ? version : `${version} ${extra}`
}

/** A line each, the name and the value with tabs between. */
function fieldIn(told: string, name: string, maxLength: number): string | undefined {
  const line = told.split('\n').find((one) => one.startsWith(`${name}:`))
  return textIn(line?.slice(name.length + 1) ?? '', maxLength)
}

function notTold(name: string): Unknown {
  return unknown('not-supported', `${name}: sw_vers does not tell`)
}
