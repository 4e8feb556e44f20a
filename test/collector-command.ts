/** Runs one command of the collector as a process, and gives all it said, however it ended. */
import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const CLI = fileURLToPath(new URL('../collector/src/cli.ts', import.meta.url))

export type CommandEnd = { readonly code: number | null; readonly said: string }

export type StartedCommand = { readonly child: ChildProcess; readonly ended: Promise<CommandEnd> }

export function startCommand(args: readonly string[], environment: Readonly<Record<string, string>> = {}): StartedCommand {
  const child = spawn(process.execPath, [CLI, ...args], { env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => {
      said += part.toString()
    })
  return { child, ended: new Promise((resolve) => child.once('close', (code) => resolve({ code, said }))) }
}

export const runCommand = (args: readonly string[], environment?: Readonly<Record<string, string>>): Promise<CommandEnd> =>
  startCommand(args, environment).ended
