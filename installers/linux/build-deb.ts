/** Builds the Debian package of the agent. */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { DEB_SCRIPTS } from './deb-scripts.ts'
import { type Compression, packDeb } from './pack-deb.ts'
import { stageAgent } from './stage-agent.ts'

const ARCHES = { x64: 'amd64', arm64: 'arm64' } as const

export type DebBuild = {
  readonly arch: keyof typeof ARCHES
  readonly version: string
  readonly room: string
  readonly outFolder: string
  readonly compression: Compression
  /** Where the built agent lies; this clone's own unless told. */
  readonly bundles?: string
}

/** The path of the package. `room` is a folder for what is made on the way. */
export async function buildDeb({ arch, version, room, outFolder, compression, bundles }: DebBuild): Promise<string> {
  const tree = join(room, `deb-${arch}`)
  await rm(tree, { recursive: true, force: true })
  await stageAgent(tree, arch, arch === 'x64' ? 'linux-deb-amd64' : undefined, bundles)
  const out = join(outFolder, `somay-agent_${version}_${ARCHES[arch]}.deb`)
  return packDeb({ tree, control: control(version, ARCHES[arch]), scripts: DEB_SCRIPTS, out, compression })
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
