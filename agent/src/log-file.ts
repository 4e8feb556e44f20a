/** The log of the resident agent on disk: two small files that take turns, so that whatever happens it stays small. */
import { appendFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { makePrivateFolder, PRIVATE_FILE_MODE } from './platform/atomic-file.ts'

export const LOG_FILE = 'agent.log'
export const EARLIER_LOG_FILE = 'agent.1.log'
const MOST_BYTES = 500_000

/** A log that cannot be written is no reason to stop: the lines go to stderr too. */
export function logFile(stateFolder: string, mostBytes = MOST_BYTES): (text: string | Buffer) => void {
  const path = join(stateFolder, LOG_FILE)
  return (text) => {
    try {
      makePrivateFolder(stateFolder)
      const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0
      if (size > 0 && size + text.length > mostBytes) renameSync(path, join(stateFolder, EARLIER_LOG_FILE))
      appendFileSync(path, text, { mode: PRIVATE_FILE_MODE })
    } catch {
      // A full disk, or somebody has the file open on Windows.
    }
  }
}
