/** Parses what was read of one disk. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import { type Identifier, toIdentifier } from '@somay/shared/identifier.ts'
import { isUnknown, type Unknown, unknown } from '@somay/shared/unknown.ts'
import { jsonObjectIn } from '../platform/json-object.ts'
import type { TextReading } from '../platform/reading.ts'
import type { CommandResult } from '../platform/run-command.ts'
import { because, textIn, valueFrom, wholeNumberIn } from './because.ts'

type Disk = FactValue<'disks'>['disks'][number]

export type DiskReading = {
  readonly name: string
  /** The path behind /sys/block/NAME, which names every bus on the way. */
  readonly place: TextReading
  readonly model: TextReading
  readonly serial: TextReading
  readonly sectors: TextReading
  readonly rotational: TextReading
  readonly removable: TextReading
  /** udev's record, readable by all, with serials that sysfs keeps for root. */
  readonly udev: TextReading
  readonly smart: CommandResult | Unknown
}

// /sys/block/*/size counts 512-byte sectors whatever the disk's own sector size is.
const SECTOR_BYTES = 512

/** Parts of the sysfs path, most telling first: an NVMe disk behind USB is a USB disk. */
const BUSES: readonly [part: RegExp, bus: string][] = [
  [/\/usb\d/, 'USB'],
  [/\/nvme/, 'NVMe'],
  [/\/virtio/, 'virtio'],
  [/\/mmc/, 'MMC'],
  [/\/ata\d/, 'SATA'],
  [/\/(vmbus|xen|vbd-)/i, 'virtual'],
  [/\/sas|\/expander/, 'SAS'],
  [/\/host\d/, 'SCSI'],
]

const VIRTUAL_MODELS = /^(QEMU|VBOX|VMware|Virtual|Msft Virtual|Xen)/i

export function parseDisk(disk: DiskReading, systemDisks: readonly string[] | Unknown): Disk {
  const bus = busOf(disk.place)
  const model = modelOf(disk)
  return {
    name: disk.name,
    model,
    serial: serialOf(disk),
    sizeBytes: valueFrom(disk.sectors, sizeOf, 'size'),
    kind: kindOf(disk, bus, model),
    bus,
    health: healthOf(disk.smart),
    removable: bus === 'USB' ? true : valueFrom(disk.removable, yesNo, 'removable'),
    holdsSystem: isUnknown(systemDisks) ? systemDisks : systemDisks.includes(disk.name),
  }
}

function sizeOf(text: string): number | undefined {
  const sectors = wholeNumberIn(text)
  return sectors === undefined ? undefined : sectors * SECTOR_BYTES
}

function yesNo(text: string): boolean | undefined {
  return { '0': false, '1': true }[text.trim()]
}

function busOf(place: TextReading): string | Unknown {
  if (place.kind !== 'read') return because(place)
  const found = BUSES.find(([part]) => part.test(place.value))
  return found?.[1] ?? unknown('not-supported', 'the path in sysfs names no bus')
}

// udev keeps the whole name; sysfs cuts SATA models at 16 characters.
function modelOf({ model, udev }: DiskReading): string | Unknown {
  const whole = udevField(udev, 'ID_MODEL')?.replaceAll('_', ' ')
  if (whole !== undefined) return textIn(whole, 200) ?? unknown('not-supported', 'the disk gives no model')
  return valueFrom(model, (text) => textIn(text, 200) ?? unknown('not-supported', 'the disk gives no model'), 'model')
}

function serialOf({ serial, udev }: DiskReading): Identifier | Unknown {
  const short = udevField(udev, 'ID_SERIAL_SHORT')
  if (short !== undefined) return toIdentifier(short)
  if (serial.kind === 'read') return toIdentifier(serial.value)
  return because(serial)
}

function udevField(udev: TextReading, name: string): string | undefined {
  return udev.kind === 'read' ? udev.value.match(new RegExp(`^E:${name}=(.+)$`, 'm'))?.[1] : undefined
}

// virtio and most USB bridges always say "rotational", so there the flag is no reading.
function kindOf(disk: DiskReading, bus: string | Unknown, model: string | Unknown): Disk['kind'] {
  if (isUnknown(bus)) return bus
  if (bus === 'virtio' || bus === 'virtual' || (typeof model === 'string' && VIRTUAL_MODELS.test(model))) return 'virtual'
  if (bus === 'MMC') return 'other'
  const rotates = valueFrom(disk.rotational, yesNo, 'rotational')
  if (isUnknown(rotates)) return rotates
  if (bus === 'USB' && rotates) return unknown('not-supported', 'a USB bridge does not tell whether the disk spins')
  return rotates ? 'hdd' : 'ssd'
}

function healthOf(smart: CommandResult | Unknown): Disk['health'] {
  if (isUnknown(smart)) return smart
  if (smart.kind !== 'ok') return because(smart)
  const answer = jsonObjectIn(smart.stdout) as SmartAnswer | undefined
  // Before version 7.0 (2018) it knew no JSON and refused the option.
  if (!answer) return unknown('failed', 'smartctl: not understood; version 7.0 or newer is needed')
  const passed = answer.smart_status?.passed
  if (passed === true) return 'good'
  if (passed === false) return 'failing'
  const said = textIn((answer.smartctl?.messages ?? []).map((one) => String(one?.string ?? '')).join('; '), MOST_SAID)
  if (said !== undefined && /\b(standby|sleep)\b/i.test(said)) return unknown('not-supported', 'the disk was asleep and was not woken')
  if ((smart.code & NOT_READ) !== 0)
    return unknown(said !== undefined && NOT_ALLOWED.test(said) ? 'access-denied' : 'failed', said ?? 'smartctl could not read the disk')
  return unknown('not-supported', said ?? 'the disk reports no health')
}

type SmartAnswer = {
  readonly smart_status?: { readonly passed?: unknown }
  readonly smartctl?: { readonly messages?: readonly { readonly string?: unknown }[] }
}

/** Bits 0 to 2 of the exit code: the command line was wrong, the disk did not open, or it refused a command (smartctl(8)). */
const NOT_READ = 0b111
/** What the kernel says through it, for the device or for the command. */
const NOT_ALLOWED = /permission denied|not permitted/i
const MOST_SAID = 200
