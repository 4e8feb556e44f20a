/** Looks for Electron where it may be: named by the environment, beside the agent, or among the packages of a clone; never fetches it. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export type Places = {
  readonly environment: NodeJS.ProcessEnv
  /** The folder of the built agent. */
  readonly built: string
  /** Folders that may hold node_modules, nearest first. */
  readonly packageFolders: readonly string[]
  readonly platform?: NodeJS.Platform
}

export type FoundElectron =
  | { readonly kind: 'found'; readonly executable: string }
  | { readonly kind: 'missing'; readonly looked: readonly string[] }

const EXECUTABLES: Partial<Record<NodeJS.Platform, string>> = {
  win32: 'electron.exe',
  darwin: join('Electron.app', 'Contents', 'MacOS', 'Electron'),
}

export function findElectron({ environment, built, packageFolders, platform = process.platform }: Places): FoundElectron {
  const name = EXECUTABLES[platform] ?? 'electron'
  const named = environment.ELECTRON_OVERRIDE_DIST_PATH
  const looked = [
    ...(named ? [join(named, name)] : []),
    join(built, 'electron', name),
    ...packageFolders.map((folder) => installedIn(join(folder, 'node_modules', 'electron'), name)),
  ]
  const executable = looked.find((path) => existsSync(path))
  return executable === undefined ? { kind: 'missing', looked } : { kind: 'found', executable }
}

/** The package writes where its binary lies once it has been fetched. */
function installedIn(folder: string, name: string): string {
  try {
    return join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8').trim())
  } catch {
    return join(folder, 'dist', name)
  }
}
