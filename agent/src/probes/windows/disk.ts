/** Parses what the two classes of Windows say of one disk. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import { type Identifier, toIdentifier } from '@somay/shared/identifier.ts'
import { type Unknown, unknown } from '@somay/shared/unknown.ts'
import type { Reading } from '../../platform/reading.ts'
import { because } from '../because.ts'
import type { Row } from './inventory.ts'
import { numberOf, textOf, yesNoOf } from './properties.ts'

type Disk = FactValue<'disks'>['disks'][number]

export type PairedDisk = { readonly number: number; readonly physical?: Row; readonly drive?: Row }

/** MSFT_PhysicalDisk.BusType; 0 and 9 to 16 without a row here are no reading. */
const BUSES: Readonly<Record<number, string>> = {
  1: 'SCSI',
  2: 'ATAPI',
  3: 'ATA',
  4: 'IEEE 1394',
  6: 'Fibre Channel',
  7: 'USB',
  8: 'RAID',
  9: 'iSCSI',
  10: 'SAS',
  11: 'SATA',
  12: 'SD',
  13: 'MMC',
  14: 'virtual',
  15: 'virtual',
  16: 'Storage Spaces',
  17: 'NVMe',
  18: 'SCM',
  19: 'UFS',
}
const KINDS: Readonly<Record<number, 'hdd' | 'ssd' | 'other'>> = { 3: 'hdd', 4: 'ssd', 5: 'other' }
const HEALTHS: Readonly<Record<number, 'good' | 'warning' | 'failing'>> = { 0: 'good', 1: 'warning', 2: 'failing' }
const VIRTUAL_MODELS = /^(QEMU|VBOX|VMware|Virtual|Msft Virtual|Xen|Red Hat VirtIO)/i
/** Windows 7 gives the serial of a disk on an ATA bus as hex of bytes that stand swapped in pairs. */
const HEX_SERIAL = /^[0-9a-f]{40}$/i

export function busOf({ physical, drive }: PairedDisk): string | Unknown {
  const bus = BUSES[(physical && numberOf(physical, 'BusType')) ?? 0]
  if (bus !== undefined) return bus
  // The older class calls everything newer than its list SCSI, so only these two can be believed.
  const old = drive && textOf(drive, 'InterfaceType', 40)
  return old === 'USB' || old === 'IDE' ? old : unknown('not-supported', 'this Windows does not tell the bus')
}

export function kindOf(disk: PairedDisk, model: string): Disk['kind'] {
  const bus = busOf(disk)
  if (bus === 'virtual' || VIRTUAL_MODELS.test(model)) return 'virtual'
  if (bus === 'NVMe') return 'ssd'
  if (bus === 'SD' || bus === 'MMC') return 'other'
  const kind = KINDS[(disk.physical && numberOf(disk.physical, 'MediaType')) ?? 0]
  return kind ?? unknown('not-supported', 'Windows does not tell an SSD from a spinning disk here')
}

export function serialOf(disk: PairedDisk, storage: Reading<unknown>): Identifier | Unknown {
  const { physical, drive } = disk
  // The older class has another number for the same disk: one day's failure must not make two disks of one.
  if (!physical && storage.kind !== 'read' && storage.kind !== 'absent') return because(storage)
  // NVMe disks give a number of the standard (EUI-64) as serial; the one on the label is the adapter's.
  const label = busOf(disk) === 'NVMe' && physical ? textOf(physical, 'AdapterSerialNumber') : undefined
  const text =
    label?.replace(/\s*_\d{4,8}\.?$/, '') || (physical && textOf(physical, 'SerialNumber')) || (drive && textOf(drive, 'SerialNumber'))
  if (!text) return unknown('not-supported', 'the disk gives no serial')
  return toIdentifier(HEX_SERIAL.test(text) ? unswapped(text) : text)
}

function unswapped(hex: string): string {
  return Buffer.from(hex, 'hex').swap16().toString('latin1').trim()
}

export function healthOf({ physical, drive }: PairedDisk, predictions: Reading<Row[]>): Disk['health'] {
  if (predictionOf(drive, predictions) === true || (drive && textOf(drive, 'Status') === 'Pred Fail')) return 'failing'
  const told = HEALTHS[(physical && numberOf(physical, 'HealthStatus')) ?? -1]
  if (told) return told
  // "OK" of the older class says that the driver works, not that the disk was asked.
  if (!physical && predictionOf(drive, predictions) === false) return 'good'
  return predictions.kind === 'read' ? unknown('not-supported', 'the disk tells nothing of its health') : because(predictions)
}

/** What the disk's own watch says of this disk, undefined when it says nothing. InstanceName is the device's name with _0 behind it, in letters of another size. */
function predictionOf(drive: Row | undefined, predictions: Reading<Row[]>): boolean | undefined {
  const device = drive && textOf(drive, 'PNPDeviceID', 1_000)?.toLowerCase()
  if (device === undefined || predictions.kind !== 'read') return undefined
  const own = predictions.value.filter((row) => textOf(row, 'InstanceName', 1_000)?.toLowerCase().startsWith(device) === true)
  const told = own.map((row) => yesNoOf(row, 'PredictFailure')).filter((one) => one !== undefined)
  return told.length === 0 ? undefined : told.includes(true)
}

/** Soldered memory of small PCs stands on the bus of SD cards too: there the drive's own word decides. */
export function removableOf(disk: PairedDisk): boolean | Unknown {
  const bus = busOf(disk)
  if (bus === 'USB') return true
  // "Fixed hard disk media", "External hard disk media", "Removable Media": English in every language of Windows.
  const media = disk.drive && textOf(disk.drive, 'MediaType')
  if (media === undefined) return unknown('not-supported', 'Windows does not tell whether the disk can be taken out')
  return !media.startsWith('Fixed')
}
