/** Opens the window of the agent when Electron is there, and otherwise says what is missing; the agent needs neither. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { findElectron } from '../desktop/find-electron.ts'
import { argumentsFor } from '../desktop/options.ts'
import { doorsToTry } from '../door/place.ts'
import { WORDS } from '../words.ts'
import type { Call } from './call.ts'
import { EXIT } from './exit-codes.ts'
import { load } from './load.ts'

export async function openWindow(call: Call): Promise<number> {
  const loaded = await load(call)
  if (!loaded) return EXIT.usage
  const { language, environment } = call
  if (process.getuid?.() === 0) return refuse(WORDS.windowAsRoot(language))
  const built = builtFolder(process.argv[1] ?? '')
  const mains = [join(built, 'desktop', 'main.cjs'), join(built, 'electron', 'resources', 'app', 'desktop', 'main.cjs')]
  // An Electron that was installed with its application starts that one whatever it is named.
  const main = mains.find((path) => existsSync(path))
  if (main === undefined) return refuse(WORDS.windowNotBuilt(language, mains.join(', ')))
  const electron = findElectron({ environment, built, packageFolders: [dirname(built), dirname(dirname(built))] })
  if (electron.kind === 'missing') return refuse(WORDS.electronMissing(language, electron.looked.join(', ')))
  const doors = doorsToTry(loaded.settings.stateFolder, environment)
  // With this set Electron would be a Node without a window.
  const { ELECTRON_RUN_AS_NODE: _asNode, ...own } = environment
  const child = spawn(electron.executable, [main, ...argumentsFor({ doors, language, hasTray: call.tray, inBackground: false })], {
    stdio: 'ignore',
    detached: true,
    env: own,
  })
  const failure = once(child, 'error').then(([error]) => error as Error)
  const started = await Promise.race([failure, once(child, 'spawn').then(() => undefined)])
  if (started) return refuse(WORDS.electronFailed(language, electron.executable, started.message))
  child.unref()
  return EXIT.done
}

/** From the bundle and from the sources alike the window lies in agent/dist. */
function builtFolder(program: string): string {
  const folder = dirname(program)
  return program.endsWith('.ts') ? join(folder, '..', 'dist') : folder
}

function refuse(sentence: string): number {
  process.stderr.write(`${sentence}\n`)
  return EXIT.keptForLater
}
