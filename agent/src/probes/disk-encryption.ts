/** Reads which volumes are encrypted; never a key. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { isUnknown, type Unknown, unknown } from '@somay/shared/unknown.ts'
import type { Platform } from '../platform/platform.ts'
import type { Reading } from '../platform/reading.ts'
import { because } from './because.ts'
import { readLocalVolumes } from './local-volumes.ts'
import { parseDiskEncryptionOnMac } from './macos/disk-encryption.ts'
import { FILES_LIMIT_MS, type Probe } from './probe.ts'
import { parseDiskEncryptionOnWindows } from './windows/disk-encryption.ts'

/** What lies between a volume and its disk: `encrypted` when a layer of dm-crypt does. */
export type VolumeLayers = {
  readonly shown: string
  readonly holdsSystem: boolean
  readonly layers: { readonly encrypted: string | false } | Unknown
}

export type DiskEncryptionReading = Reading<VolumeLayers[]>

// LVM on encryption on RAID on a partition is four steps; more would be a circle.
const MAX_STEPS = 8
/** The name device-mapper gives to a layer of cryptsetup: CRYPT-LUKS2-<uuid>-<name>. Layers that only check (verity, integrity) hide nothing. */
const CRYPT = /^CRYPT-(?!VERITY|INTEGRITY|SUBDEV)([A-Z0-9]+)-/
const BTRFS_FOLDER = '/sys/fs/btrfs'

export async function readDiskEncryption(platform: Platform): Promise<DiskEncryptionReading> {
  const volumes = await readLocalVolumes(platform)
  if (volumes.kind !== 'read') return volumes
  const found = volumes.value.map(async ({ shown, holdsSystem, device, fileSystem }) => ({
    shown,
    holdsSystem,
    layers: await readLayers(platform, device, fileSystem),
  }))
  return { kind: 'read', value: await Promise.all(found) }
}

async function readLayers(platform: Platform, device: string, fileSystem: string): Promise<VolumeLayers['layers']> {
  if (!device.startsWith('/dev/')) return unknown('not-supported', 'the volume is not on a block device')
  const real = await platform.resolvePath(device)
  if (real.kind !== 'read') return because(real)
  const name = real.value.split('/').pop() ?? ''
  const names = fileSystem === 'btrfs' ? await devicesOfBtrfs(platform, name) : [name]
  return together(await Promise.all(names.map((each) => layersUnder(platform, each, 0))))
}

/** Mounts name one device of a Btrfs volume; it may lie on several. */
async function devicesOfBtrfs(platform: Platform, name: string): Promise<string[]> {
  const systems = await platform.listFolder(BTRFS_FOLDER)
  if (systems.kind !== 'read') return [name]
  const found = await Promise.all(systems.value.map((id) => platform.listFolder(`${BTRFS_FOLDER}/${id}/devices`)))
  return found.flatMap((devices) => (devices.kind === 'read' && devices.value.includes(name) ? [devices.value] : []))[0] ?? [name]
}

async function layersUnder(platform: Platform, name: string, step: number): Promise<VolumeLayers['layers']> {
  const place = await platform.resolvePath(`/sys/class/block/${name}`)
  if (place.kind !== 'read') return because(place)
  const mapped = await platform.readText(`${place.value}/dm/uuid`)
  const crypt = mapped.kind === 'read' ? CRYPT.exec(mapped.value.trim())?.[1] : undefined
  if (crypt !== undefined) return { encrypted: crypt }
  if (mapped.kind !== 'read' && mapped.kind !== 'absent') return because(mapped)
  const slaves = await platform.listFolder(`${place.value}/slaves`)
  if (slaves.kind !== 'read') return slaves.kind === 'absent' ? { encrypted: false } : because(slaves)
  if (step >= MAX_STEPS) return unknown('failed', 'more layers under the volume than can be')
  return together(await Promise.all(slaves.value.map((slave) => layersUnder(platform, slave, step + 1))))
}

/** One open disk under a volume of several leaves it open, whatever is known of the others. */
function together(disks: readonly VolumeLayers['layers'][]): VolumeLayers['layers'] {
  const open = disks.find((disk) => !isUnknown(disk) && disk.encrypted === false)
  return open ?? disks.find(isUnknown) ?? disks.at(-1) ?? { encrypted: false }
}

export function parseDiskEncryption(reading: DiskEncryptionReading): FactBody<FactValue<'disk-encryption'>> {
  if (reading.kind !== 'read') return because(reading)
  const volumes = reading.value.map(({ shown: mount, holdsSystem, layers }) => {
    if ('unknown' in layers) return { mount, state: layers, holdsSystem }
    if (layers.encrypted === false) return { mount, state: 'none' as const, holdsSystem }
    return { mount, state: 'protected' as const, method: layers.encrypted, holdsSystem }
  })
  return { known: { volumes }, source: 'sysfs dm' }
}

export const diskEncryptionProbe: Probe<'disk-encryption'> = {
  fact: 'disk-encryption',
  timeLimitMs: FILES_LIMIT_MS,
  linux: async ({ platform }) => parseDiskEncryption(await readDiskEncryption(platform)),
  windows: async ({ windows }) => parseDiskEncryptionOnWindows(windows),
  macos: async ({ macos }) => parseDiskEncryptionOnMac(macos),
}
