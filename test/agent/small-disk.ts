/** A disk so small that it fills up, where the tests may mount one. */
import { spawnSync } from 'node:child_process'
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { temporaryFolder } from './temporary-folder.ts'

const BLOCK_BYTES = 4_096

/** Undefined where it takes more rights than the tests have. */
export function smallDisk(t: TestContext, size: string): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined
  let mounted: string | undefined
  // First of all, because a folder with a mount in it cannot be removed.
  t.after(() => void (mounted && spawnSync('umount', ['-l', mounted])))
  const disk = join(temporaryFolder(t), 'disk')
  mkdirSync(disk)
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'somay-test', disk]).status !== 0) return undefined
  mounted = disk
  return disk
}

/** Leaves not a byte free. */
export function fillDisk(disk: string): void {
  const file = openSync(join(disk, 'fill'), 'w')
  try {
    for (;;) writeSync(file, Buffer.alloc(BLOCK_BYTES))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
  } finally {
    closeSync(file)
  }
}
