/** Which Windows this is: from the registry, where the language of the system does not reach, with WMI beside it. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { type Unknown, unknown } from '@somay/shared/unknown.ts'
import { because } from '../because.ts'
import { atMinute } from '../minute.ts'
import { type Row, rowOf, type WindowsReading } from './inventory.ts'
import { editionOf } from './os-edition.ts'
import { ask, notTold, numberOf, textOf } from './properties.ts'

type Os = FactValue<'os'>

/** From this build on it is Windows 11; the registry goes on saying "Windows 10", for old programs' sake. */
const FIRST_BUILD_OF_11 = 22_000
const ARCHITECTURES: Readonly<Record<string, 'x86' | 'x64' | 'arm64'>> = { amd64: 'x64', x86: 'x86', arm64: 'arm64' }

export function parseOsOnWindows(windows: WindowsReading | undefined): FactBody<Os> {
  const version = rowOf(windows, 'os', 'currentVersion')
  const wmi = rowOf(windows, 'os', 'operatingSystem')
  if (version.kind !== 'read') return because(version)
  const row = version.value
  const build = buildOf(row)
  const name = nameOf(row, build) ?? (wmi.kind === 'read' ? textOf(wmi.value, 'Caption')?.replace(/^Microsoft\s+/, '') : undefined)
  if (name === undefined) return unknown('failed', 'ProductName: Windows does not tell its name')
  const installed = numberOf(row, 'InstallDate')
  return {
    known: {
      family: 'windows',
      name,
      version: versionOf(row, build) ?? ask(wmi, 'Version', (one, property) => textOf(one, property, 60)),
      build,
      // Windows 7 and 8 have no such number.
      ubr: numberOf(row, 'UBR') ?? notTold(row, 'UBR'),
      supportEdition: editionOf(row),
      architecture: ask(rowOf(windows, 'os', 'architecture'), 'PROCESSOR_ARCHITECTURE', (one, property) => {
        const architecture = textOf(one, property)?.toLowerCase()
        return architecture === undefined ? undefined : (ARCHITECTURES[architecture] ?? 'other')
      }),
      installedAt: installed ? atMinute(installed) : notTold(row, 'InstallDate'),
    },
    source: 'registry CurrentVersion',
  }
}

function buildOf(row: Row): number | Unknown {
  return numberOf(row, 'CurrentBuild') ?? numberOf(row, 'CurrentBuildNumber') ?? notTold(row, 'CurrentBuild')
}

function nameOf(row: Row, build: number | Unknown): string | undefined {
  const name = textOf(row, 'ProductName')
  return typeof build === 'number' && build >= FIRST_BUILD_OF_11 ? name?.replace(/^Windows 10\b/, 'Windows 11') : name
}

/** 22H2 and the like; Windows 7 and 8 have none, there WMI's 6.1.7601 stands in. */
function versionOf(row: Row, build: number | Unknown): string | undefined {
  const named = textOf(row, 'DisplayVersion', 60) ?? textOf(row, 'ReleaseId', 60)
  if (named !== undefined) return named
  // The first Windows 10 of 2015 wrote no name of its version yet.
  return build === 10_240 ? '1507' : undefined
}
