/** Builds the EXE that carries the MSI of the agent. */
import { join } from 'node:path'
import { root } from '../build/root.ts'
import { runTool } from '../build/run-tool.ts'

export type ExeBuild = { readonly msi: string; readonly version: string; readonly outFolder: string }

/** The path of the program. */
export async function buildExe({ msi, version, outFolder }: ExeBuild): Promise<string> {
  const out = join(outFolder, `somay-agent-${version}.exe`)
  const told = { OUT: out, MSI: msi, VERSION: version }
  await runTool('makensis', [
    '-V2',
    '-NOCD',
    ...Object.entries(told).map(([name, value]) => `-D${name}=${value}`),
    join(root, 'installers/windows/agent.nsi'),
  ])
  return out
}
