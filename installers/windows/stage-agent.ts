/** Brings together what the agent of a Windows PC consists of: bundles, untouched Node, service host with its settings, set-up script and task. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { agentFiles } from '../build/agent-files.ts'
import { bundledNode } from '../build/bundled-node.ts'
import { root } from '../build/root.ts'
import { runTool } from '../build/run-tool.ts'
import { type Signer, sign } from './sign.ts'

const HERE = join(root, 'installers', 'windows')

/** As service-host.c reads it. */
const SERVICE_INI = [
  '[service]',
  'name=SoMayAgent',
  'command=node.exe agent.mjs run',
  'log=%ProgramData%\\SoMay\\agent\\service.log',
  'gentle=1',
  'wrong-setting=2',
  'update-code=75',
  'update-program=%ProgramFiles%\\SoMay\\Runner\\node.exe',
  'update-arguments=update-runner.mjs',
  '',
].join('\r\n')

export type StagedFile = { readonly name: string; readonly path: string; readonly version?: string }

/** `room` is an empty folder for what is made on the way; node.exe bears its publisher's signature already. */
export async function stageAgent(room: string, signer?: Signer, bundles?: string): Promise<StagedFile[]> {
  const node = await bundledNode('win-x64')
  const host = join(room, 'somay-service.exe')
  const ini = join(room, 'service.ini')
  // By it the agent knows which releases are for it.
  const kind = join(room, 'package-kind')
  await mkdir(room, { recursive: true })
  await buildServiceHost(host)
  if (signer) await sign(host, signer)
  await writeFile(ini, SERVICE_INI)
  await writeFile(kind, 'windows-msi-x64\n')
  return [
    { name: 'node.exe', path: node.path, version: `${node.version}.0` },
    ...[...agentFiles('windows', bundles)].map(([name, path]) => ({ name, path })),
    { name: 'setup.mjs', path: join(HERE, 'setup.mjs') },
    { name: 'task.xml', path: join(HERE, 'task.xml') },
    { name: 'package-kind', path: kind },
    { name: 'service.ini', path: ini },
    { name: 'somay-service.exe', path: host },
  ]
}

/** Warnings are errors: it runs as the system. */
export async function buildServiceHost(out: string): Promise<void> {
  const flags = ['-std=c11', '-Os', '-s', '-Wall', '-Wextra', '-Werror', '-municode', '-mwindows', '-static', '-Wl,--no-insert-timestamp']
  await runTool('x86_64-w64-mingw32-gcc', [...flags, '-o', out, join(HERE, 'service-host', 'service-host.c')])
}
