/** Parses what system_profiler says of one physical disk. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import { type Identifier, toIdentifier } from '@somay/shared/identifier.ts'
import { type Unknown, unknown } from '@somay/shared/unknown.ts'
import type { Row } from './profile.ts'
import { notTold, numberOf, wordsOf, yesNoOf } from './properties.ts'

type Disk = FactValue<'disks'>['disks'][number]

/** `device` is what the disk hangs on: itself, or the USB device that holds the medium. */
export type FoundDisk = { readonly name: string; readonly row: Row; readonly device: Row; readonly bus: string }

const VIRTUAL_MODELS = /^(QEMU|VBOX|VMware|Virtual|Parallels|Apple.*VirtIO)/i
const MEDIA: Readonly<Record<string, Disk['kind']>> = { 'solid state': 'ssd', rotational: 'hdd', ssd: 'ssd' }
const HEALTHS: Readonly<Record<string, Disk['health']>> = { verified: 'good', failing: 'failing' }
const NO_HEALTH = unknown('not-supported', 'the disk tells nothing of its health')

export function modelOf({ row, device }: FoundDisk): string | undefined {
  return wordsOf(row, 'device_model') ?? wordsOf(row, '_name') ?? wordsOf(device, '_name')
}

export function parseDisk(disk: FoundDisk, holdsSystem: boolean | Unknown): Disk {
  const { name, row, bus } = disk
  const model = modelOf(disk)
  return {
    name,
    model: model ?? unknown('not-supported', 'the disk gives no model'),
    serial: serialOf(disk),
    sizeBytes: numberOf(row, 'size_in_bytes') || notTold(row, 'size_in_bytes'),
    kind: kindOf(disk, model ?? ''),
    bus,
    health: healthOf(disk),
    removable: removableOf(disk),
    holdsSystem,
  }
}

function serialOf({ row, device }: FoundDisk): Identifier | Unknown {
  const text = wordsOf(row, 'device_serial') ?? wordsOf(device, 'serial_num')
  return text === undefined ? unknown('not-supported', 'the disk gives no serial') : toIdentifier(text)
}

function kindOf({ row, bus }: FoundDisk, model: string): Disk['kind'] {
  if (VIRTUAL_MODELS.test(model)) return 'virtual'
  if (bus === 'NVMe') return 'ssd'
  const medium = wordsOf(row, 'spsata_medium_type') ?? wordsOf(row, 'medium_type') ?? ''
  return MEDIA[medium.toLowerCase()] ?? unknown('not-supported', 'macOS does not tell an SSD from a spinning disk here')
}

/** A USB bridge is called "Verified" whatever stands behind it, so there the word is no reading. */
function healthOf({ row, bus }: FoundDisk): Disk['health'] {
  if (bus === 'USB') return NO_HEALTH
  return HEALTHS[wordsOf(row, 'smart_status')?.toLowerCase() ?? ''] ?? NO_HEALTH
}

function removableOf({ row, bus }: FoundDisk): boolean | Unknown {
  if (bus === 'USB') return true
  const told = ['removable_media', 'detachable_drive'].map((key) => yesNoOf(row, key))
  if (told.includes(true)) return true
  return told.every((one) => one === false) ? false : unknown('not-supported', 'macOS does not tell whether the disk can be taken out')
}
