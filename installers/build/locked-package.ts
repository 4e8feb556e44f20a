/** Fetches a package of another system as npm publishes it, untouched, and proves it by the lock file's own checksum. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { mkdtemp, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { root } from './root.ts'
import { runTool } from './run-tool.ts'

type Locked = { readonly packages: Readonly<Record<string, { readonly version: string; readonly integrity?: string }>> }

export type LockedPackage = {
  readonly version: string
  /** Where its files are, once it was fetched. */
  readonly folder: string
}

/** Where it is kept; it may not be there yet. */
export function keptPackage(name: string): LockedPackage & { readonly integrity: string } {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Locked
  const locked = lock.packages[`node_modules/${name}`]
  if (!locked?.integrity) throw new Error(`the lock file does not hold ${name}`)
  const { version, integrity } = locked
  return { version, integrity, folder: join(root, '.build', 'nodes', `${basename(name)}-${version}`, 'package') }
}

/** Fetched once and kept under .build. Throws when the checksum differs. */
export async function lockedPackage(name: string): Promise<LockedPackage> {
  const { version, integrity, folder } = keptPackage(name)
  if (existsSync(folder)) return { version, folder }
  const nodes = join(root, '.build', 'nodes')
  mkdirSync(nodes, { recursive: true })
  const room = await mkdtemp(join(nodes, 'fetching-'))
  try {
    await runTool('npm', ['pack', `${name}@${version}`, '--pack-destination', room, '--silent'], { cwd: root })
    // A scope becomes part of the file's name.
    const archive = join(room, `${name.replace('@', '').replace('/', '-')}-${version}.tgz`)
    const found = `sha512-${createHash('sha512')
      .update(await readFile(archive))
      .digest('base64')}`
    if (found !== integrity) throw new Error(`${name} ${version} is not what the lock file names: ${found} instead of ${integrity}`)
    await runTool('tar', ['xzf', archive, '-C', room])
    rmSync(archive)
    renameSync(room, join(folder, '..'))
    return { version, folder }
  } finally {
    rmSync(room, { recursive: true, force: true })
  }
}
