/** Where each subject of the agent's memory lies; apart from the schemas, so that the resident process can look. */
import { join } from 'node:path'

export type StateFileName = 'inventory' | 'acknowledged' | 'policy' | 'status' | 'credential' | 'key'

export function stateFile(folder: string, name: StateFileName): string {
  return join(folder, `${name}.json`)
}
