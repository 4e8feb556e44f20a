/** Writes beside an artifact what it is made of (CycloneDX): its packages as the lock file names them, the Node of its platform, and Electron where the window was packed. */
import { writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { bundledNode, type NodeSystem } from './bundled-node.ts'
import { root } from './root.ts'
import { runTool } from './run-tool.ts'

type Part = 'agent' | 'collector'
export type Bom = {
  readonly serialNumber?: string
  readonly metadata: { readonly timestamp?: string; readonly component: { readonly name: string; readonly version: string } }
  readonly components: readonly object[]
}

const WINDOWS = /\.(msi|exe|zip)$/

export type SbomAsked = {
  readonly version: string
  /** Of the Electron that the window was packed with; undefined without a window. */
  readonly electronVersion: string | undefined
}

/** The path of the bill, `ARTIFACT.cdx.json`. */
export async function writeSbom(artifact: string, { version, electronVersion }: SbomAsked): Promise<string> {
  const isOnWindows = WINDOWS.test(artifact)
  const part = basename(artifact).startsWith('somay-collector') ? 'collector' : 'agent'
  const system: NodeSystem = isOnWindows ? 'win-x64' : 'linux-x64'
  const runtimes = [nodeOf(system, (await bundledNode(system)).version)]
  if (part === 'agent' && isOnWindows && electronVersion !== undefined) runtimes.push(electronOf(electronVersion))
  const path = `${artifact}.cdx.json`
  await writeFile(path, `${JSON.stringify(billOf(await packagesOf(part), basename(artifact), version, runtimes), null, 2)}\n`)
  return path
}

/** The same sources give the same bill: npm's own number and moment are left out. */
function billOf(packages: Bom, name: string, version: string, runtimes: readonly object[]): Bom {
  const { serialNumber: _number, metadata, ...rest } = packages
  const { timestamp: _moment, ...about } = metadata
  return {
    ...rest,
    metadata: { ...about, component: { ...about.component, name, version } },
    components: [...runtimes, ...packages.components],
  }
}

const asked = new Map<Part, Promise<Bom>>()

/** npm is asked once a part, however many artifacts are made of it. */
function packagesOf(part: Part): Promise<Bom> {
  const kept = asked.get(part)
  if (kept) return kept
  const args = ['sbom', '--sbom-format=cyclonedx', '--sbom-type', 'application', '--workspace', `@somay/${part}`, '--omit', 'dev']
  const bom = runTool('npm', [...args, '--package-lock-only'], { cwd: root }).then((text) => JSON.parse(text) as Bom)
  asked.set(part, bom)
  return bom
}

/** By the CPE lists of known weaknesses find it. */
function nodeOf(system: NodeSystem, version: string): object {
  const [os = '', arch = ''] = system.split('-')
  return {
    'bom-ref': `node-${system}@${version}`,
    type: 'application',
    name: 'node',
    version,
    purl: `pkg:generic/node@${version}?arch=${arch}&os=${os}`,
    cpe: `cpe:2.3:a:nodejs:node.js:${version}:*:*:*:*:*:*:*`,
  }
}

function electronOf(version: string): object {
  return {
    'bom-ref': `electron@${version}`,
    type: 'framework',
    name: 'electron',
    version,
    purl: `pkg:npm/electron@${version}`,
    cpe: `cpe:2.3:a:electronjs:electron:${version}:*:*:*:*:*:*:*`,
  }
}
