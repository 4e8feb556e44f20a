/** The Node of another system, as npm publishes it. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { keptPackage, type LockedPackage, lockedPackage } from './locked-package.ts'

export type NodeSystem = 'win-x64' | 'linux-x64' | 'linux-arm64'

export type BundledNode = { readonly path: string; readonly version: string }

const programIn = (system: NodeSystem, { folder }: LockedPackage) => join(folder, 'bin', system.startsWith('win') ? 'node.exe' : 'node')

/** Whether it is here already: a test fetches nothing. */
export function hasBundledNode(system: NodeSystem): boolean {
  return existsSync(programIn(system, keptPackage(`node-${system}`)))
}

export async function bundledNode(system: NodeSystem): Promise<BundledNode> {
  const found = await lockedPackage(`node-${system}`)
  return { path: programIn(system, found), version: found.version }
}
