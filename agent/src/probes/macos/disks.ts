/** Physical disks on NVMe, SATA and USB, and which of them macOS runs from. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { type Unknown, unknown } from '@somay/shared/unknown.ts'
import type { Reading } from '../../platform/reading.ts'
import { because } from '../because.ts'
import { inOrder } from '../order.ts'
import { type FoundDisk, modelOf, parseDisk } from './disk.ts'
import { type MacReading, type Row, rowsIn, rowsOf } from './profile.ts'
import { numberOf, wordsOf, yesNoOf } from './properties.ts'
import { driveOf, volumesOn } from './volumes.ts'

const MAX_DISKS = 128
const WHOLE_DISK = /^disk\d+$/
/** What SPStorageDataType calls the buses of disks outside the Mac. */
const USB = 'USB'

export function parseDisksOnMac(mac: MacReading | undefined): FactBody<FactValue<'disks'>> {
  const nvme = rowsOf(mac, 'SPNVMeDataType')
  const sata = rowsOf(mac, 'SPSerialATADataType')
  if (nvme.kind !== 'read') return because(nvme)
  if (sata.kind !== 'read') return because(sata)
  const inside = [...disksUnder(nvme.value, 'NVMe'), ...disksUnder(sata.value, 'SATA')]
  const found = [...inside, ...disksOnUsb(mac)]
  // A Mac that runs has a disk; a guest may have one on a bus that no data type lists.
  if (found.length === 0) return unknown('failed', 'system_profiler lists no disks')
  const system = systemModel(mac)
  return {
    known: {
      disks: inOrder(found, ({ name }) => name.replace(/\d+$/, (digits) => digits.padStart(4, '0')))
        .slice(0, MAX_DISKS)
        .map((disk) => parseDisk(disk, holdsSystem(disk, found, system))),
    },
    source: 'SPNVMeDataType, SPSerialATADataType, SPUSBDataType, SPStorageDataType',
  }
}

/** Controllers hold disks, sometimes with a port or a bus between; optical drives have no name of a disk. */
function disksUnder(rows: readonly Row[], bus: string): FoundDisk[] {
  return rows.flatMap((row) => [...diskIn(row, row, bus), ...disksUnder(rowsIn(row, '_items'), bus)])
}

function diskIn(row: Row, device: Row, bus: string): FoundDisk[] {
  const name = wordsOf(row, 'bsd_name', 100)
  return name !== undefined && WHOLE_DISK.test(name) ? [{ name, row, device, bus }] : []
}

/** Since macOS 26 no data type lists media on USB, so the volumes on them stand in. Either way what is plugged in is only of the moment. */
function disksOnUsb(mac: MacReading | undefined): FoundDisk[] {
  const usb = rowsOf(mac, 'SPUSBDataType')
  const media = usb.kind === 'read' ? mediaUnder(usb.value) : []
  return media.length > 0 ? media : disksOfVolumes(rowsOf(mac, 'SPStorageDataType'))
}

function mediaUnder(rows: readonly Row[]): FoundDisk[] {
  return rows.flatMap((row) => [
    // A reader without a card has a name and no size.
    ...rowsIn(row, 'Media').flatMap((medium) => (numberOf(medium, 'size_in_bytes') ? diskIn(medium, row, USB) : [])),
    ...mediaUnder(rowsIn(row, '_items')),
  ])
}

function disksOfVolumes(volumes: Reading<Row[]>): FoundDisk[] {
  const byName = new Map<string, FoundDisk>()
  for (const volume of volumes.kind === 'read' ? volumes.value : []) {
    const drive = driveOf(volume)
    const name = /^disk\d+/.exec(wordsOf(volume, 'bsd_name') ?? '')?.[0]
    if (name === undefined || wordsOf(drive, 'protocol') !== USB || yesNoOf(drive, 'is_internal_disk') !== false) continue
    const { device_name, medium_type } = drive
    byName.set(name, { name, row: { device_model: device_name, medium_type }, device: {}, bus: USB })
  }
  return [...byName.values()]
}

/** The volume macOS runs from names the model of its disk; its own name is of a container that APFS makes up. */
function systemModel(mac: MacReading | undefined): string | Unknown {
  const volumes = volumesOn(mac)
  if (volumes.kind !== 'read') return because(volumes)
  const root = volumes.value.find((volume) => volume.holdsSystem)
  return (root && wordsOf(driveOf(root.row), 'device_name')) ?? unknown('not-supported', 'macOS does not tell on which disk it lies')
}

function holdsSystem(disk: FoundDisk, all: readonly FoundDisk[], system: string | Unknown): boolean | Unknown {
  if (typeof system !== 'string') return system
  const alike = all.filter((one) => modelOf(one) === system)
  // A disk of two parts (Fusion) or of a name told otherwise is none of them for certain.
  if (alike.length === 0) return unknown('not-supported', 'macOS names a disk for its volume that is not in the list')
  if (modelOf(disk) !== system) return false
  return alike.length === 1 ? true : unknown('not-supported', 'several disks of the same model')
}
