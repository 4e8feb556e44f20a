/** Builds the collector for Windows Server as one archive: unpacked anywhere, made a service by `somay-collector service install`. */
import { copyFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../build/root.ts'
import { runTool } from '../build/run-tool.ts'
import { type Signer, sign } from '../windows/sign.ts'
import { buildServiceHost } from '../windows/stage-agent.ts'
import { stageCollector } from './stage-collector.ts'

const SERVICE_NAME = 'SoMayCollector'

/** As service-host.c reads it. */
const SERVICE_INI = [
  '[service]',
  `name=${SERVICE_NAME}`,
  'command=node.exe "--env-file-if-exists=%ProgramData%\\SoMay\\collector\\collector.env" dist\\collector.mjs serve',
  'log=%ProgramData%\\SoMay\\collector\\service.log',
  '',
].join('\r\n')

const ABOUT = [
  'So May collector on Windows Server 2016 or newer',
  '',
  'Unpack into a folder only administrators can write to, such as C:\\Program Files\\SoMay\\Collector; then, as administrator:',
  '  somay-collector service install      a service that starts with Windows; http://127.0.0.1:8420',
  '  somay-collector service install FILE  the same with settings written before; what lay in the data folder before the first installation is moved aside',
  '  somay-collector first-link           the first administrator',
  '  somay-collector service uninstall    the ledger stays',
  '  somay-collector help                 all commands',
  'Settings, ledger, backups and log: %ProgramData%\\SoMay\\collector. After a change of collector.env: sc stop SoMayCollector, sc start SoMayCollector.',
  'Upgrade: somay-collector backup --out FILE, sc stop SoMayCollector, unpack over it, sc start SoMayCollector.',
  '',
].join('\r\n')

export type CollectorZipBuild = {
  readonly version: string
  readonly room: string
  readonly outFolder: string
  readonly signer?: Signer | undefined
}

/** The path of the archive. */
export async function buildCollectorZip({ version, room, outFolder, signer }: CollectorZipBuild): Promise<string> {
  const name = `somay-collector-${version}-win-x64`
  const tree = join(room, name)
  await rm(tree, { recursive: true, force: true })
  await stageCollector(tree, 'win-x64')
  const host = join(tree, 'somay-service.exe')
  await buildServiceHost(host)
  if (signer) await sign(host, signer)
  await writeFile(join(tree, 'service.ini'), SERVICE_INI)
  for (const file of ['somay-collector.cmd', 'service.mjs'])
    await copyFile(join(root, 'installers/collector/windows', file), join(tree, file))
  await copyFile(join(root, 'installers/collector/copyright'), join(tree, 'copyright.txt'))
  await writeFile(join(tree, 'README.txt'), ABOUT)
  const out = join(outFolder, `${name}.zip`)
  await rm(out, { force: true })
  // Python is there where sqlite3 is compiled.
  await runTool('python3', ['-m', 'zipfile', '-c', out, name], { cwd: room })
  return out
}
