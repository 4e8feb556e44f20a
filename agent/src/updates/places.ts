/** Where an update lies on the PC: what the agent fetched, and the runner's own room, into which on Linux the agent can only look. */
import { join } from 'node:path'
import type { Platform as OsName } from '@somay/shared/facts/spec.ts'

/** Packages fetched, what is remembered of them, and the sign of life. */
export const updatesFolder = (stateFolder: string) => join(stateFolder, 'updates')
export const memoryFile = (stateFolder: string) => join(updatesFolder(stateFolder), 'memory.json')
/** What the runner is asked to install. On Linux the unit somay-agent-update.path waits for it to change. */
export const readyFile = (stateFolder: string) => join(updatesFolder(stateFolder), 'ready.json')
/** Written after each acknowledged contact: by it the runner knows that a new version does its work. */
export const proofFile = (stateFolder: string) => join(updatesFolder(stateFolder), 'proof.json')
/** Which way that contact went, for the runner to look whether it is open. */
export const wayFile = (stateFolder: string) => join(updatesFolder(stateFolder), 'way.json')
export const packageFile = (folder: string, sha256: string, ending: string) => join(folder, `${sha256}${ending}`)

/** Root's own on Linux. On Windows agent and runner are both the system, whose folder nobody else may write to. */
export function runnerRoom(os: OsName, stateFolder: string): string {
  return os === 'linux' ? '/var/lib/somay-agent-update' : join(updatesFolder(stateFolder), 'runner')
}
/**
 * On Windows Node and the runner, which run as the system: a folder where nobody else can put a program or a library beside them. Whoever came
 * before the agent may have made its data folder.
 */
export function runnerPrograms(environment: Readonly<Record<string, string | undefined>> = process.env): string {
  return join(environment.ProgramFiles ?? 'C:\\Program Files', 'SoMay', 'Runner')
}
export const standingFile = (room: string) => join(room, 'standing.json')
export const journalFile = (room: string) => join(room, 'journal.json')

/** Beside the bundle, written when the package is built: a clone has none, and takes no updates. */
export const KIND_FILE = 'package-kind'
export const RUNNER_FILE = 'update-runner.mjs'
