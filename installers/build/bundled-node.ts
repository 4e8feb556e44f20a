/** Fetches the Node of another system as npm publishes it, untouched, and proves it by the lock file's own checksum. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { mkdtemp, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from './root.ts'
import { runTool } from './run-tool.ts'

type Locked = { readonly packages: Readonly<Record<string, { readonly version: string; readonly integrity?: string }>> }

export type BundledNode = { readonly path: string; readonly version: string }

/** `system`: "win-x64", "linux-x64", "linux-arm64". Fetched once and kept under .build. Throws when the checksum differs. */
export async function bundledNode(system: string): Promise<BundledNode> {
  const name = `node-${system}`
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Locked
  const locked = lock.packages[`node_modules/${name}`]
  if (!locked?.integrity) throw new Error(`the lock file does not hold ${name}`)
  const { version, integrity } = locked
  const file = system.startsWith('win') ? 'node.exe' : 'node'
  const kept = join(root, '.build', 'nodes', `${name}-${version}`)
  const path = join(kept, 'package', 'bin', file)
  if (existsSync(path)) return { path, version }
  const nodes = join(root, '.build', 'nodes')
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
