/** Builds the Debian package of the collector, for the system it was compiled on or a newer one. */
import { chmod, copyFile, mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { root } from '../build/root.ts'
import { type Compression, packDeb } from '../linux/pack-deb.ts'
import { COLLECTOR_DEB_SCRIPTS } from './collector-deb-scripts.ts'
import { neededGlibc, stageCollector } from './stage-collector.ts'

export type CollectorBuild = {
  readonly version: string
  readonly room: string
  readonly outFolder: string
  readonly compression: Compression
}

const ABOUT = `So May collector

Settings: /etc/somay-collector/collector.env. Ledger: /var/lib/somay. Backups: /var/backups/somay.
First administrator: sudo somay-collector first-link. All commands: sudo somay-collector help.
Log: /var/lib/somay/collector.log and journalctl -u somay-collector.
`

/** The path of the package. */
export async function buildCollectorDeb({ version, room, outFolder, compression }: CollectorBuild): Promise<string> {
  const tree = join(room, 'collector-deb')
  await rm(tree, { recursive: true, force: true })
  await stageCollector(join(tree, 'usr/lib/somay-collector'))
  const about = 'usr/share/doc/somay-collector'
  const files: readonly (readonly [from: string, to: string, mode: number])[] = [
    ['installers/collector/somay-collector.sh', 'usr/bin/somay-collector', 0o755],
    ['installers/collector/somay-collector.service', 'usr/lib/systemd/system/somay-collector.service', 0o644],
    ['installers/collector/collector.env', 'usr/share/somay-collector/collector.env', 0o644],
    ['installers/collector/copyright', `${about}/copyright`, 0o644],
  ]
  for (const [from, to, mode] of files) {
    await mkdir(dirname(join(tree, to)), { recursive: true })
    await copyFile(join(root, from), join(tree, to))
    await chmod(join(tree, to), mode)
  }
  await writeFile(join(tree, about, 'README'), ABOUT)
  const out = join(outFolder, `somay-collector_${version}_amd64.deb`)
  return packDeb({ tree, control: control(version), scripts: COLLECTOR_DEB_SCRIPTS, out, compression })
}

function control(version: string): string {
  return [
    'Package: somay-collector',
    `Version: ${version}`,
    'Architecture: amd64',
    'Maintainer: So May <noreply@example.invalid>',
    'Section: admin',
    'Priority: optional',
    `Depends: passwd, systemd, util-linux, libc6 (>= ${neededGlibc()}), libstdc++6`,
    'Description: ledger of the PCs of an agency',
    ' Receives the reports of PCs, keeps them, and shows people which PCs there are,',
    ' how they are connected and what they need.',
    '',
  ].join('\n')
}
