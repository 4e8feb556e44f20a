/** How many reports wait, for those that only look; the resident process among them, so no schema library here. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

export const OUTBOX_FOLDER = 'outbox'

export function countWaiting(stateFolder: string): number {
  const folder = join(stateFolder, OUTBOX_FOLDER)
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')).length : 0
}
