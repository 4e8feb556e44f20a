/** The local volumes with a letter; used by more than one fact. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { type Unknown, unknown } from '@somay/shared/unknown.ts'
import type { Reading } from '../../platform/reading.ts'
import { because } from '../because.ts'
import { inOrder } from '../order.ts'
import { partOf, type Row, rowsOf, type WindowsReading } from './inventory.ts'
import { notTold, numberOf, textOf } from './properties.ts'
import type { SectionName } from './sections.ts'

const MAX_VOLUMES = 128

export type WindowsVolume = { readonly mount: string; readonly row: Row; readonly holdsSystem: boolean | Unknown }

/** Windows runs from a volume with a letter, so an empty list is no list. */
export function volumesOn(windows: WindowsReading | undefined): Reading<WindowsVolume[]> {
  const rows = rowsOf(windows, 'volumes', 'volumes')
  if (rows.kind !== 'read') return rows
  const drive = systemDrive(windows, 'volumes')
  const found = rows.value.flatMap((row) => {
    const mount = textOf(row, 'DeviceID', 300)
    return mount === undefined ? [] : [{ mount, row, holdsSystem: holdsSystem(mount, drive) }]
  })
  if (found.length === 0) return { kind: 'failed', detail: 'volumes.volumes: Windows lists none' }
  return { kind: 'read', value: inOrder(found, ({ mount }) => mount).slice(0, MAX_VOLUMES) }
}

/** The letter Windows runs from, such as C:. */
export function systemDrive(windows: WindowsReading | undefined, section: SectionName): string | Unknown {
  const drive = partOf(windows, section, 'systemDrive')
  if (drive.kind !== 'read') return because(drive)
  return typeof drive.value === 'string' && /^[A-Z]:$/i.test(drive.value) ? drive.value : unknown('failed', 'systemDrive: not understood')
}

export function holdsSystem(mount: string, drive: string | Unknown): boolean | Unknown {
  return typeof drive === 'string' ? mount.toUpperCase() === drive.toUpperCase() : drive
}

export function parseVolumesOnWindows(windows: WindowsReading | undefined): FactBody<FactValue<'volumes'>> {
  const volumes = volumesOn(windows)
  if (volumes.kind !== 'read') return because(volumes)
  return {
    known: {
      volumes: volumes.value.map(({ mount, row, holdsSystem }) => ({
        mount,
        // A volume locked by BitLocker tells neither.
        fileSystem: textOf(row, 'FileSystem', 40) ?? notTold(row, 'FileSystem'),
        sizeBytes: numberOf(row, 'Size') ?? notTold(row, 'Size'),
        holdsSystem,
      })),
    },
    source: 'Win32_LogicalDisk',
  }
}
