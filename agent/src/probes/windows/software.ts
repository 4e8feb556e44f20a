/** Installed programs as Windows lists them for removal; parts of others and updates are left out. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { because } from '../because.ts'
import { inOrder } from '../order.ts'
import { type Row, rowsOf, type WindowsReading } from './inventory.ts'
import { dateOf } from './moments.ts'
import { numberOf, textOf } from './properties.ts'

type Program = FactValue<'software'>['programs'][number]

const MAX_PROGRAMS = 10_000

export function parseSoftwareOnWindows(windows: WindowsReading | undefined): FactBody<FactValue<'software'>> {
  const rows = rowsOf(windows, 'software', 'programs')
  if (rows.kind !== 'read') return because(rows)
  // A program in both views of the registry, 64 and 32 bits, is one.
  const unique = new Map(rows.value.flatMap((row) => programOf(row) ?? []).map((program) => [JSON.stringify(program), program]))
  const programs = inOrder([...unique.values()], ({ name, version = '' }) => `${name} ${version}`)
  return { known: { programs: programs.slice(0, MAX_PROGRAMS) }, source: 'registry Uninstall' }
}

function programOf(row: Row): Program | undefined {
  const name = textOf(row, 'DisplayName', 300)
  if (name === undefined || numberOf(row, 'SystemComponent') === 1 || textOf(row, 'ParentKeyName') !== undefined) return undefined
  const version = textOf(row, 'DisplayVersion', 120)
  const publisher = textOf(row, 'Publisher')
  const installedOn = dateOf(row, 'InstallDate')
  return {
    name,
    ...(version !== undefined && { version }),
    ...(publisher !== undefined && { publisher }),
    ...(installedOn !== undefined && { installedOn }),
  }
}
