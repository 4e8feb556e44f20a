/** The local volumes of the PC with their room, once each; network and removable ones are left out. Used by more than one probe. */
import type { Platform } from '../platform/platform.ts'
import type { Reading } from '../platform/reading.ts'
import type { VolumeSize } from '../platform/system-files.ts'
import { type Mount, parseMounts } from './mounts.ts'
import { inOrder } from './order.ts'

/** `shown` is the mount without the name of a person. */
export type LocalVolume = {
  readonly shown: string
  readonly device: string
  readonly fileSystem: string
  readonly holdsSystem: boolean
  readonly size: Reading<VolumeSize>
}

export type LocalVolumesReading = Reading<LocalVolume[]>

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

export async function readLocalVolumes(platform: Platform): Promise<LocalVolumesReading> {
  const mounts = await platform.readText('/proc/self/mounts')
  if (mounts.kind !== 'read') return mounts
  const found = localMounts(parseMounts(mounts.value)).map(async ({ device, mount, fileSystem }) => ({
    device,
    shown: mount.replace(PERSONAL_HOME, '/home/*').slice(0, MAX_MOUNT_LENGTH),
    fileSystem,
    holdsSystem: mount === '/',
    size: await platform.volumeSize(mount),
  }))
  return { kind: 'read', value: await Promise.all(found) }
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
