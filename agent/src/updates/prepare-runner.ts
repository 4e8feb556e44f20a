/** Copies Node and the runner out of the way of the package that will replace them; only on Windows, where root's own unit is not there to do it. */
import { copyFileSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Platform as OsName } from '@somay/shared/facts/spec.ts'
import { RUNNER_FILE } from './places.ts'

export const RUNNER_NODE = 'node.exe'

export function prepareRunner(programFolder: string, room: string, node = process.execPath): void {
  mkdirSync(room, { recursive: true, mode: 0o700 })
  const kept = statSync(join(room, RUNNER_NODE), { throwIfNoEntry: false })
  const own = statSync(node)
  if (kept?.size !== own.size || kept.mtimeMs < own.mtimeMs) copyFileSync(node, join(room, RUNNER_NODE))
  copyFileSync(join(programFolder, RUNNER_FILE), join(room, RUNNER_FILE))
}

/** A hundred megabytes of Node are not left lying about; one that still runs is removed the next time. */
export function removeRunner(room: string, os: OsName): void {
  if (os !== 'windows') return
  try {
    rmSync(join(room, RUNNER_NODE), { force: true })
  } catch {
    // It runs.
  }
}
