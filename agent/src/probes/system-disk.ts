/** Finds the physical disks under the root file system, through partitions, LVM, encryption and RAID. */
import { type Unknown, unknown } from '@somay/shared/unknown.ts'
import type { Platform } from '../platform/platform.ts'
import { because } from './because.ts'
import { parseMounts } from './mounts.ts'

// LVM on encryption on RAID on a partition is four steps; more would be a circle.
const MAX_STEPS = 8

export async function readSystemDisks(platform: Platform): Promise<string[] | Unknown> {
  const mounts = await platform.readText('/proc/self/mounts')
  if (mounts.kind !== 'read') return because(mounts)
  // The last mount over "/" is the one in force.
  const device = parseMounts(mounts.value).findLast(({ mount }) => mount === '/')?.device
  if (!device?.startsWith('/dev/')) return unknown('not-supported', 'the root file system is not on a block device')
  const real = await platform.resolvePath(device)
  const name = (real.kind === 'read' ? real.value : device).split('/').pop() ?? ''
  const disks = await disksUnder(platform, name, 0)
  return disks.length > 0 ? disks : unknown('failed', `/sys/class/block/${name}: no disk found under the root file system`)
}

async function disksUnder(platform: Platform, name: string, step: number): Promise<string[]> {
  const place = await platform.resolvePath(`/sys/class/block/${name}`)
  if (place.kind !== 'read' || step > MAX_STEPS) return []
  const slaves = await platform.listFolder(`${place.value}/slaves`)
  if (slaves.kind === 'read' && slaves.value.length > 0) {
    const below = await Promise.all(slaves.value.map((slave) => disksUnder(platform, slave, step + 1)))
    return [...new Set(below.flat())]
  }
  const isPartition = (await platform.readText(`${place.value}/partition`)).kind === 'read'
  const parts = place.value.split('/')
  const disk = isPartition ? parts.at(-2) : parts.at(-1)
  return disk === undefined ? [] : [disk]
}
