/** Copies Node and the runner out of the way of the package that will replace them; only on Windows, where root's own unit is not there to do it. */
import { copyFileSync, existsSync, lstatSync, mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { journalFile, RUNNER_FILE } from './places.ts'

export const RUNNER_NODE = 'node.exe'

/** Always anew: what lies there, whoever put it there and however it is dated, is not run. */
export function prepareRunner(programFolder: string, programs: string, node = process.execPath): void {
  refuseLinks(programs)
  rmSync(programs, { recursive: true, force: true })
  mkdirSync(programs, { recursive: true, mode: 0o700 })
  copyFileSync(node, join(programs, RUNNER_NODE))
  copyFileSync(join(programFolder, RUNNER_FILE), join(programs, RUNNER_FILE))
}

/** A link or junction on the way would have the system remove and write where somebody else wants it. */
function refuseLinks(path: string): void {
  for (let part = path; part !== dirname(part); part = dirname(part))
    if (lstatSync(part, { throwIfNoEntry: false })?.isSymbolicLink()) throw new Error(`${part} is a link: no runner is put there`)
}

/** A hundred megabytes of Node are not left lying about, unless an update is still to be gone on with; one that still runs is removed the next time. */
export function removeRunner(programs: string, room: string): void {
  if (existsSync(journalFile(room))) return
  try {
    rmSync(programs, { recursive: true, force: true })
  } catch {
    // It runs.
  }
}
