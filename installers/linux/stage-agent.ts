/** Lays the agent of a Linux PC out as it lies on the PC, under a folder that stands for its root. */
import { chmod, copyFile, mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { PackageKind } from '../../shared/src/release.ts'
import { agentFiles } from '../build/agent-files.ts'
import { bundledNode } from '../build/bundled-node.ts'
import { root } from '../build/root.ts'

/** As the agent looks for it (agent/src/updates/places.ts). */
const KIND_FILE = 'package-kind'
const HERE = join(root, 'installers', 'linux')

const ABOUT = `So May agent

Settings: /etc/somay/agent.json; what each means stands with the product, in the document "Settings of the agent".
State: /var/lib/somay-agent. Log: journalctl -u somay-agent. How this PC stands: sudo somay-agent status.
Health of disks is not asked for: smart.conf beside this file lets the agent do so, and says what that costs.
`

const UNITS = ['somay-agent.service', 'somay-agent-update.path', 'somay-agent-update.service'] as const

/** `arch` as Node names it. `kind`: as releases name the package; a package without takes no updates. */
export async function stageAgent(into: string, arch: 'x64' | 'arm64', kind: PackageKind | undefined, bundles?: string): Promise<void> {
  const node = await bundledNode(`linux-${arch}`)
  const files: readonly (readonly [from: string, to: string, mode: number])[] = [
    [node.path, 'usr/lib/somay-agent/node', 0o755],
    ...[...agentFiles('linux', bundles)].map(([name, path]) => [path, `usr/lib/somay-agent/${name}`, 0o644] as const),
    [join(HERE, 'somay-agent.sh'), 'usr/bin/somay-agent', 0o755],
    ...UNITS.map((unit) => [join(HERE, unit), `usr/lib/systemd/system/${unit}`, 0o644] as const),
    [join(HERE, 'update.sh'), 'usr/lib/somay-agent/update.sh', 0o755],
  ]
  for (const [from, to, mode] of files) {
    const path = join(into, to)
    await mkdir(dirname(path), { recursive: true, mode: 0o755 })
    await copyFile(from, path)
    await chmod(path, mode)
  }
  if (kind) await writeFile(join(into, 'usr/lib/somay-agent', KIND_FILE), `${kind}\n`, { mode: 0o644 })
  const about = join(into, 'usr/share/doc/somay-agent')
  await mkdir(about, { recursive: true })
  await writeFile(join(about, 'README'), ABOUT)
  for (const name of ['copyright', 'smart.conf']) {
    await copyFile(join(HERE, name), join(about, name))
    await chmod(join(about, name), 0o644)
  }
}
