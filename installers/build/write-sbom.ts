/** Writes what the agent or the collector is made of (CycloneDX): its packages as the lock file names them, and the Node beside them. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from './root.ts'
import { runTool } from './run-tool.ts'

type Bom = { serialNumber?: string; metadata: { timestamp?: string; component: { name: string; version: string } }; components: object[] }

/** The path of the bill. The same sources give the same bill: npm's own number and moment are left out. */
export async function writeSbom(part: 'agent' | 'collector', outFolder: string, version: string, nodeVersion: string): Promise<string> {
  const asked = ['sbom', '--sbom-format=cyclonedx', '--sbom-type', 'application', '--workspace', `@somay/${part}`, '--omit', 'dev']
  const bom = JSON.parse(await runTool('npm', [...asked, '--package-lock-only'], { cwd: root })) as Bom
  const { serialNumber: _number, metadata, ...rest } = bom
  const { timestamp: _moment, ...about } = metadata
  const node = {
    'bom-ref': `node@${nodeVersion}`,
    type: 'application',
    name: 'node',
    version: nodeVersion,
    purl: `pkg:generic/node@${nodeVersion}`,
  }
  const whole = {
    ...rest,
    metadata: { ...about, component: { ...about.component, name: `somay-${part}`, version } },
    components: [node, ...bom.components],
  }
  const path = join(outFolder, `somay-${part}-${version}.cdx.json`)
  await writeFile(path, `${JSON.stringify(whole, null, 2)}\n`)
  return path
}
