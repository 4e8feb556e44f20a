/** Reads local volumes and the room left on them; network and removable ones are left out. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import type { Platform } from '../platform/platform.ts'
import type { Reading } from '../platform/reading.ts'
import type { VolumeSize } from '../platform/system-files.ts'
import { because, valueFrom } from './because.ts'
import { type Mount, parseMounts } from './mounts.ts'
import { inOrder } from './order.ts'
import { FILES_LIMIT_MS, type Probe } from './probe.ts'

export type VolumesReading = Reading<{ readonly mount: Mount; readonly size: Reading<VolumeSize> }[]>

// Asking a network volume whose server is away would hang for minutes, so only these are asked.
const LOCAL = new Set([
  'ext2',
  'ext3',
  'ext4',
  'xfs',
  'btrfs',
  'zfs',
  'f2fs',
  'jfs',
  'reiserfs',
  'bcachefs',
  'vfat',
  'exfat',
  'ntfs',
  'ntfs3',
  'fuseblk',
])
// Sticks and cards come and go, and their mount points name a person.
const REMOVABLE = /^\/(media|run\/media)\//
const PERSONAL_HOME = /^\/home\/[^/]+/
const MAX_VOLUMES = 128
const MAX_MOUNT_LENGTH = 300
const FREE_STEP_BYTES = 64 * 1024 * 1024

export async function readVolumes(platform: Platform): Promise<VolumesReading> {
  const mounts = await platform.readText('/proc/self/mounts')
  if (mounts.kind !== 'read') return mounts
  const found = await Promise.all(
    localMounts(parseMounts(mounts.value)).map(async (mount) => ({ mount, size: await platform.volumeSize(mount.mount) })),
  )
  return { kind: 'read', value: found }
}

/** One mount for each device: the others are views of the same volume. A container's root is an overlay. */
function localMounts(mounts: readonly Mount[]): Mount[] {
  const byDevice = new Map<string, Mount>()
  for (const mount of mounts) {
    const isRootOverlay = mount.mount === '/' && mount.fileSystem === 'overlay'
    if (!LOCAL.has(mount.fileSystem) && !isRootOverlay) continue
    if (REMOVABLE.test(mount.mount)) continue
    if (!byDevice.has(mount.device) || mount.mount === '/') byDevice.set(mount.device, mount)
  }
  return inOrder([...byDevice.values()], ({ mount }) => mount).slice(0, MAX_VOLUMES)
}

export function parseVolumes(reading: VolumesReading): FactBody<FactValue<'volumes'>> {
  if (reading.kind !== 'read') return because(reading)
  const volumes = reading.value.map(({ mount, size }) => ({
    mount: mount.mount.replace(PERSONAL_HOME, '/home/*').slice(0, MAX_MOUNT_LENGTH),
    fileSystem: mount.fileSystem,
    sizeBytes: valueFrom(size, ({ sizeBytes }) => sizeBytes, 'size'),
    freeBytes: valueFrom(size, ({ freeBytes }) => Math.floor(freeBytes / FREE_STEP_BYTES) * FREE_STEP_BYTES, 'free'),
    holdsSystem: mount.mount === '/',
  }))
  return { known: { volumes }, source: '/proc/self/mounts, statfs' }
}

export const volumesProbe: Probe<'volumes'> = {
  fact: 'volumes',
  timeLimitMs: FILES_LIMIT_MS,
  linux: async ({ platform }) => parseVolumes(await readVolumes(platform)),
}
