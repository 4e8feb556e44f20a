/** Fetches the Node of another system as npm publishes it, untouched, and proves it by the lock file's own checksum. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { mkdtemp, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from './root.ts'
import { runTool } from './run-tool.ts'

type Locked = { readonly packages: Readonly<Record<string, { readonly version: string; readonly integrity?: string }>> }

export type NodeSystem = 'win-x64' | 'linux-x64' | 'linux-arm64'

function keptNode(system: NodeSystem) {
  const name = `node-${system}`
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Locked
  const locked = lock.packages[`node_modules/${name}`]
  if (!locked?.integrity) throw new Error(`the lock file does not hold ${name}`)
  const { version, integrity } = locked
  const nodes = join(root, '.build', 'nodes')
  const kept = join(nodes, `${name}-${version}`)
  return { name, version, integrity, nodes, kept, path: join(kept, 'package', 'bin', system.startsWith('win') ? 'node.exe' : 'node') }
}

export type BundledNode = { readonly path: string; readonly version: string }

/** Whether it is here already: a test fetches nothing. */
export function hasBundledNode(system: NodeSystem): boolean {
  return existsSync(keptNode(system).path)
}

/** Fetched once and kept under .build. Throws when the checksum differs. */
export async function bundledNode(system: NodeSystem): Promise<BundledNode> {
  const { name, version, integrity, nodes, kept, path } = keptNode(system)
  if (existsSync(path)) return { path, version }
  mkdirSync(nodes, { recursive: true })
  const room = await mkdtemp(join(nodes, 'fetching-'))
  try {
    await runTool('npm', ['pack', `${name}@${version}`, '--pack-destination', room, '--silent'], { cwd: root })
    const archive = join(room, `${name}-${version}.tgz`)
    const found = `sha512-${createHash('sha512')
      .update(await readFile(archive))
      .digest('base64')}`
    if (found !== integrity) throw new Error(`${name} ${version} is not what the lock file names: ${found} instead of ${integrity}`)
    await runTool('tar', ['xzf', archive, '-C', room])
    rmSync(archive)
    renameSync(room, kept)
    return { path, version }
  } finally {
    rmSync(room, { recursive: true, force: true })
  }
}
