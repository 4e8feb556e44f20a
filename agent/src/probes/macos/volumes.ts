/** The local volumes a person knows; used by more than one fact. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import type { Reading } from '../../platform/reading.ts'
import { because } from '../because.ts'
import { inOrder } from '../order.ts'
import { isRow, type MacReading, type Row, rowsOf } from './profile.ts'
import { notTold, numberOf, wordsOf, yesNoOf } from './properties.ts'

const MAX_VOLUMES = 128
const ROOT = '/'
/** Data, VM and Preboot share the room of the volume macOS runs from, so each of them would count it once more. */
const PARTS_OF_SYSTEM = '/System/Volumes/'
const CARD = 'Secure Digital'
const PERSONAL_HOME = /^\/Users\/[^/]+/

export type MacVolume = { readonly mount: string; readonly row: Row; readonly holdsSystem: boolean }

/** macOS runs from a volume, so a list without it is no list. Sticks and images come and go, and their names may name a person. */
export function volumesOn(mac: MacReading | undefined): Reading<MacVolume[]> {
  const rows = rowsOf(mac, 'SPStorageDataType')
  if (rows.kind !== 'read') return rows
  const found = rows.value.flatMap((row): MacVolume[] => {
    const mount = wordsOf(row, 'mount_point', 300)
    if (mount === undefined || mount.startsWith(PARTS_OF_SYSTEM)) return []
    if (mount !== ROOT && !isFixed(driveOf(row))) return []
    return [{ mount: mount.replace(PERSONAL_HOME, '/Users/*'), row, holdsSystem: mount === ROOT }]
  })
  if (!found.some(({ holdsSystem }) => holdsSystem))
    return { kind: 'failed', detail: 'SPStorageDataType: the volume of macOS is not listed' }
  return { kind: 'read', value: inOrder(found, ({ mount }) => mount).slice(0, MAX_VOLUMES) }
}

/** A card in a reader that is built in counts as inside. */
function isFixed(drive: Row): boolean {
  return yesNoOf(drive, 'is_internal_disk') === true && wordsOf(drive, 'protocol') !== CARD
}

/** What system_profiler says of the disk under a volume; empty where it says nothing. */
export function driveOf(volume: Row): Row {
  return isRow(volume.physical_drive) ? volume.physical_drive : {}
}

export function parseVolumesOnMac(mac: MacReading | undefined): FactBody<FactValue<'volumes'>> {
  const volumes = volumesOn(mac)
  if (volumes.kind !== 'read') return because(volumes)
  return {
    known: {
      volumes: volumes.value.map(({ mount, row, holdsSystem }) => ({
        mount,
        fileSystem: wordsOf(row, 'file_system', 40) ?? notTold(row, 'file_system'),
        sizeBytes: numberOf(row, 'size_in_bytes') ?? notTold(row, 'size_in_bytes'),
        holdsSystem,
      })),
    },
    source: 'SPStorageDataType',
  }
}
