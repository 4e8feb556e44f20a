/** Physical disks: the storage service of Windows 8 and newer, with the older class beside it and in its place. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { type Unknown, unknown } from '@somay/shared/unknown.ts'
import type { Reading } from '../../platform/reading.ts'
import { because } from '../because.ts'
import { inOrder } from '../order.ts'
import { busOf, healthOf, kindOf, type PairedDisk, removableOf, serialOf } from './disk.ts'
import { listOf, partOf, type Row, rowsOf, type WindowsReading } from './inventory.ts'
import { numberOf, textOf } from './properties.ts'

type Disk = FactValue<'disks'>['disks'][number]

const MAX_DISKS = 128

export function parseDisksOnWindows(windows: WindowsReading | undefined): FactBody<FactValue<'disks'>> {
  const physical = rowsOf(windows, 'disks', 'physical')
  const drives = rowsOf(windows, 'disks', 'drives')
  const predictions = rowsOf(windows, 'disks', 'predictions')
  const system = partOf(windows, 'disks', 'systemPartitions')
  const disks = paired(physical, drives)
  if (!Array.isArray(disks)) return disks
  // A PC that runs has a disk, unless it starts over the network: an empty list is no list.
  if (disks.length === 0) return unknown('failed', 'Windows lists no disks')
  return {
    known: {
      disks: inOrder(disks, ({ number }) => String(number).padStart(4, '0'))
        .slice(0, MAX_DISKS)
        .map((disk) => diskOf(disk, system, predictions, physical)),
    },
    source: physical.kind === 'read' ? 'MSFT_PhysicalDisk, Win32_DiskDrive' : 'Win32_DiskDrive',
  }
}

/** By the number of the disk: DeviceId of the one is Index of the other. */
function paired(physical: Reading<Row[]>, drives: Reading<Row[]>): PairedDisk[] | Unknown {
  if (physical.kind !== 'read' && drives.kind !== 'read') return because(drives)
  const found = new Map<number, PairedDisk>()
  for (const row of drives.kind === 'read' ? drives.value.filter(hasMedium) : []) {
    const number = numberOf(row, 'Index')
    if (number !== undefined) found.set(number, { number, drive: row })
  }
  for (const row of physical.kind === 'read' ? physical.value : []) {
    const number = numberOf(row, 'DeviceId')
    if (number !== undefined) found.set(number, { ...found.get(number), number, physical: row })
  }
  return [...found.values()]
}

// Slots of a card reader are drives without a size as long as no card is in.
function hasMedium(row: Row): boolean {
  return numberOf(row, 'Size') !== undefined || textOf(row, 'InterfaceType') !== 'USB'
}

function diskOf(disk: PairedDisk, system: Reading<unknown>, predictions: Reading<Row[]>, storage: Reading<Row[]>): Disk {
  const { number, physical, drive } = disk
  const model = (physical && (textOf(physical, 'Model') ?? textOf(physical, 'FriendlyName'))) ?? (drive && textOf(drive, 'Model'))
  const size = (physical && numberOf(physical, 'Size')) || (drive && numberOf(drive, 'Size'))
  return {
    name: `PHYSICALDRIVE${number}`,
    model: model ?? unknown('not-supported', 'the disk gives no model'),
    serial: serialOf(disk, storage),
    sizeBytes: size || unknown('not-supported', 'the disk gives no size'),
    kind: kindOf(disk, model ?? ''),
    bus: busOf(disk),
    health: healthOf(disk, predictions),
    removable: removableOf(disk),
    holdsSystem: holdsSystem(number, system),
  }
}

function holdsSystem(number: number, system: Reading<unknown>): boolean | Unknown {
  if (system.kind !== 'read') return because(system)
  const numbers = listOf(system.value).map(Number)
  // A volume over several disks (storage spaces) stands on none of them alone.
  return numbers.length === 0 ? unknown('not-supported', 'Windows does not tell on which disk it lies') : numbers.includes(number)
}
