/** Builds the Debian package of the agent. */
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runTool } from '../build/run-tool.ts'
import { DEB_SCRIPTS } from './deb-scripts.ts'
import { stageAgent } from './stage-agent.ts'

const ARCHES = { x64: 'amd64', arm64: 'arm64' } as const

/** `small` is a third smaller and takes a minute or two: a package is built once and fetched over weak lines a thousand times. `quick` is for trying. */
const COMPRESSIONS = { small: ['-Zxz'], quick: ['-Zgzip', '-z1'] } as const

export type DebBuild = {
  readonly arch: keyof typeof ARCHES
  readonly version: string
  readonly room: string
  readonly outFolder: string
  readonly compression: keyof typeof COMPRESSIONS
}

/** The path of the package. `room` is a folder for what is made on the way. */
export async function buildDeb({ arch, version, room, outFolder, compression }: DebBuild): Promise<string> {
  const tree = join(room, `deb-${arch}`)
  await rm(tree, { recursive: true, force: true })
  await stageAgent(tree, arch)
  await mkdir(join(tree, 'DEBIAN'))
  await writeFile(join(tree, 'DEBIAN/control'), control(version, ARCHES[arch]))
  for (const [name, text] of Object.entries(DEB_SCRIPTS)) await writeFile(join(tree, 'DEBIAN', name), text, { mode: 0o755 })
  const out = join(outFolder, `somay-agent_${version}_${ARCHES[arch]}.deb`)
  await runTool('dpkg-deb', ['--build', '--root-owner-group', ...COMPRESSIONS[compression], tree, out])
  return out
}

function control(version: string, architecture: string): string {
  return [
    'Package: somay-agent',
    `Version: ${version}`,
    `Architecture: ${architecture}`,
    'Maintainer: So May <noreply@example.invalid>',
    'Section: admin',
    'Priority: optional',
    'Depends: adduser | passwd, systemd',
    'Recommends: dmidecode, smartmontools',
    'Description: inventory of this PC for its agency',
    ' Reports hardware, patch level and internet connectivity of this PC to the',
    ' collector of its agency. What it reads and never reads is told by',
    ' "somay-agent show-sent".',
    '',
  ].join('\n')
}
