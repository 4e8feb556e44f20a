/** Reads each physical disk: model, serial, size, kind, bus and health. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { type Unknown, unknown } from '@somay/shared/unknown.ts'
import type { Platform } from '../platform/platform.ts'
import type { Reading, TextReading } from '../platform/reading.ts'
import type { CommandResult } from '../platform/run-command.ts'
import { because } from './because.ts'
import { mayAsRoot } from './capabilities.ts'
import { type DiskReading, parseDisk } from './disk.ts'
import { parseDisksOnMac } from './macos/disks.ts'
import type { Probe } from './probe.ts'
import { readSystemDisks } from './system-disk.ts'
import { parseDisksOnWindows } from './windows/disks.ts'

export type DisksReading = { readonly disks: Reading<DiskReading[]>; readonly systemDisks: string[] | Unknown }

// Not disks: loop, RAM and compressed memory, device mapper and RAID (their parts are listed), optical and floppy drives, network blocks.
const NOT_DISKS = /^(loop|ram|zram|dm-|md|sr|fd|nbd|rbd|drbd)/
// Boot and protected areas of eMMC chips show as disks of their own.
const CHIP_AREAS = /^mmcblk\d+(boot\d+|rpmb)$/
const SMART_TIMEOUT_MS = 10_000
// smartctl's exit code is a bit mask of what it found (smartctl(8)); its JSON says so as well, and why it could not read.
const SMART_ANSWERS = Array.from({ length: 256 }, (_, code) => code)

export async function readDisks(platform: Platform): Promise<DisksReading> {
  const names = await platform.listFolder('/sys/block')
  if (names.kind !== 'read') return { disks: names, systemDisks: [] }
  const candidates = names.value.filter((name) => !NOT_DISKS.test(name) && !CHIP_AREAS.test(name))
  // At once: several disks that hang cost the time of one, and not those that answer.
  const disks = await Promise.all(
    candidates.map(async (name) => {
      const device = await platform.listFolder(`/sys/block/${name}/device`)
      return device.kind === 'absent' ? [] : [await readDisk(platform, name)]
    }),
  )
  return { disks: { kind: 'read', value: disks.flat() }, systemDisks: await readSystemDisks(platform) }
}

async function readDisk(platform: Platform, name: string): Promise<DiskReading> {
  const at = `/sys/block/${name}`
  const place = await platform.resolvePath(at)
  const number = await platform.readText(`${at}/dev`)
  const own = await platform.readText(`${at}/serial`)
  return {
    name,
    place,
    model: await firstRead(platform, [`${at}/device/model`, `${at}/device/name`]),
    serial: own.kind === 'read' ? own : await platform.readText(`${at}/device/serial`),
    sectors: await platform.readText(`${at}/size`),
    rotational: await platform.readText(`${at}/queue/rotational`),
    removable: await platform.readText(`${at}/removable`),
    udev: number.kind === 'read' ? await platform.readText(`/run/udev/data/b${number.value.trim()}`) : number,
    smart: await readHealth(platform, name, place),
  }
}

async function firstRead(platform: Platform, paths: readonly string[]): Promise<TextReading> {
  let last: TextReading = { kind: 'absent', detail: '' }
  for (const path of paths) {
    last = await platform.readText(path)
    if (last.kind === 'read') return last
  }
  return last
}

async function readHealth(platform: Platform, name: string, place: TextReading): Promise<CommandResult | Unknown> {
  if (place.kind === 'read' && place.value.includes('/virtio')) return unknown('not-supported', 'a virtual disk has no health of its own')
  if (!(await mayAsRoot(platform, 'CAP_SYS_RAWIO'))) return unknown('access-denied', 'only root may ask a disk for its health')
  // A disk that sleeps is let sleep: an inventory is no reason to wear it.
  return platform.runCommand('smartctl', ['--health', '--nocheck=standby', '--json', `/dev/${name}`], {
    timeoutMs: SMART_TIMEOUT_MS,
    okCodes: SMART_ANSWERS,
  })
}

export function parseDisks({ disks, systemDisks }: DisksReading): FactBody<FactValue<'disks'>> {
  if (disks.kind !== 'read') return because(disks)
  return { known: { disks: disks.value.map((disk) => parseDisk(disk, systemDisks)) }, source: 'sysfs block' }
}

export const disksProbe: Probe<'disks'> = {
  fact: 'disks',
  timeLimitMs: 4 * SMART_TIMEOUT_MS,
  linux: async ({ platform }) => parseDisks(await readDisks(platform)),
  windows: async ({ windows }) => parseDisksOnWindows(windows),
  macos: async ({ macos }) => parseDisksOnMac(macos),
}
