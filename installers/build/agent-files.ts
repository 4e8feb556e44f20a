/** The files of the agent that every system gets: what `npm run build` put out, without maps and without the window where there is no Electron to show it. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.ts'

const BUNDLES = join(root, 'agent', 'dist')

/** Name on the PC to path here, sorted by name. `bundles`: others than those of this clone. */
export function agentFiles(system: 'windows' | 'linux' | 'macos', bundles = BUNDLES): ReadonlyMap<string, string> {
  const ofSystem = (name: string) => name.endsWith('.mjs') || name.endsWith('.wasm') || (system === 'windows' && name.endsWith('.ps1'))
  const names = readdirSync(bundles).filter(ofSystem).sort()
  if (!names.includes('agent.mjs')) throw new Error('the agent is not built: run npm run build')
  return new Map(names.map((name) => [name, join(bundles, name)]))
}
