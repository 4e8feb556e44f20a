/** The firmware and how it started the PC. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { isUnknown } from '@somay/shared/unknown.ts'
import { because } from '../because.ts'
import { startOf } from './firmware.ts'
import { rowOf, type WindowsReading } from './inventory.ts'
import { dateOf } from './moments.ts'
import { ask, identifierOf } from './properties.ts'

export function parseBiosOnWindows(windows: WindowsReading | undefined): FactBody<FactValue<'bios'>> {
  const bios = rowOf(windows, 'computer', 'bios')
  const startsAs = startOf(windows)
  if (bios.kind !== 'read' && isUnknown(startsAs)) return because(bios)
  return {
    known: {
      vendor: identifierOf(bios, 'Manufacturer'),
      version: identifierOf(bios, 'SMBIOSBIOSVersion'),
      date: ask(bios, 'ReleaseDate', dateOf),
      startsAs,
    },
    source: 'Win32_BIOS, registry',
  }
}
