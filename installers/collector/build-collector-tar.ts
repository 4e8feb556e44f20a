/** Builds the collector as one archive for servers without packages: unpacked anywhere, started by `bin/somay-collector`. */
import { chmod, copyFile, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../build/root.ts'
import { runTool } from '../build/run-tool.ts'
import type { CollectorBuild } from './build-collector-deb.ts'
import { stageCollector } from './stage-collector.ts'

const ABOUT = `So May collector

bin/somay-collector help      all commands
bin/somay-collector serve     runs it
Settings: a file collector.env in this folder, or the one SOMAY_SETTINGS names; else the environment.
`

/** The path of the archive. */
export async function buildCollectorTar({ version, room, outFolder, compression }: CollectorBuild): Promise<string> {
  const name = `somay-collector-${version}-linux-x64`
  const tree = join(room, name)
  await rm(tree, { recursive: true, force: true })
  await stageCollector(tree)
  await mkdir(join(tree, 'bin'))
  await copyFile(join(root, 'installers/collector/portable.sh'), join(tree, 'bin/somay-collector'))
  await chmod(join(tree, 'bin/somay-collector'), 0o755)
  await copyFile(join(root, 'installers/collector/copyright'), join(tree, 'copyright'))
  await writeFile(join(tree, 'README'), ABOUT)
  const out = join(outFolder, `${name}.tar.gz`)
  const level = compression === 'small' ? '-9' : '-1'
  await runTool('tar', ['--create', `--use-compress-program=gzip ${level}`, '--owner=0', '--group=0', '--file', out, '-C', room, name])
  return out
}
