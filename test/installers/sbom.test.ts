/** The bill of materials beside each artifact names what that artifact carries: the Node of its platform, Electron where the window is in it, and the packages of its part. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { test } from 'node:test'
import { bundledNode, hasBundledNode } from '../../installers/build/bundled-node.ts'
import { writeSbom } from '../../installers/build/write-sbom.ts'
import { temporaryFolder } from '../agent/temporary-folder.ts'

const skip =
  !(hasBundledNode('linux-x64') && hasBundledNode('win-x64')) &&
  'NOT RUN: the Nodes to be packed are not here; npm run build:installers fetches them'

type Component = { readonly name: string; readonly version: string; readonly purl?: string }

test('a bill names the Node of its platform, and Electron where the window was packed', { skip }, async (t) => {
  const folder = temporaryFolder(t)
  const versions = { linux: (await bundledNode('linux-x64')).version, win: (await bundledNode('win-x64')).version }
  for (const [artifact, os, hasElectron] of [
    ['somay-agent-1.0.0.msi', 'win', true],
    ['somay-agent-1.0.0.exe', 'win', true],
    ['somay-agent_1.0.0_amd64.deb', 'linux', false],
    ['somay-collector_1.0.0_amd64.deb', 'linux', false],
    ['somay-collector-1.0.0-win-x64.zip', 'win', false],
  ] as const) {
    const path = await writeSbom(join(folder, artifact), { version: '1.0.0', electronVersion: '39.1.0' })
    assert.equal(basename(path), `${artifact}.cdx.json`)
    const { metadata, components } = JSON.parse(readFileSync(path, 'utf8')) as {
      metadata: { component: Component }
      components: Component[]
    }
    assert.deepEqual([metadata.component.name, metadata.component.version], [artifact, '1.0.0'])
    const nodes = components.filter(({ name }) => name === 'node')
    assert.deepEqual(
      nodes.map(({ purl }) => purl),
      [`pkg:generic/node@${versions[os]}?arch=x64&os=${os}`],
    )
    assert.equal(
      components.some(({ name, version }) => name === 'electron' && version === '39.1.0'),
      hasElectron,
      artifact,
    )
    assert.equal(
      components.some(({ name }) => name === 'fastify'),
      artifact.startsWith('somay-collector'),
      artifact,
    )
  }
  const without = await writeSbom(join(folder, 'somay-agent-2.0.0.msi'), { version: '2.0.0', electronVersion: undefined })
  assert.ok(!readFileSync(without, 'utf8').includes('electron'))
})
