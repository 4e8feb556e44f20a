/** The agent as a real process: its command line, its output, its exit code. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import type { TestContext } from 'node:test'

const root = new URL('../../', import.meta.url).pathname

export const PROGRAM = `${root}agent/src/cli.ts`
export const BUNDLE = `${root}agent/dist/agent.mjs`

export const hasBundle = existsSync(BUNDLE)

export type Ended = { readonly code: number | null; readonly out: string; readonly err: string }

export type AgentProcess = { readonly pid: number; readonly ended: Promise<Ended>; stop(signal: NodeJS.Signals): void }

export function startAgent(t: TestContext, args: readonly string[], environment: NodeJS.ProcessEnv, program = PROGRAM): AgentProcess {
  const child = spawn(process.execPath, [program, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, HOME: process.env.HOME, LANG: 'en_GB.UTF-8', SOMAY_PROXY: '', ...environment },
  })
  t.after(() => void child.kill('SIGKILL'))
  const ended = Promise.all([once(child, 'exit'), text(child.stdout), text(child.stderr)]).then(([[code], out, err]) => ({
    code: code as number | null,
    out,
    err,
  }))
  return { pid: child.pid ?? 0, ended, stop: (signal) => void child.kill(signal) }
}

export function runAgent(t: TestContext, args: readonly string[], environment: NodeJS.ProcessEnv = {}, program = PROGRAM): Promise<Ended> {
  return startAgent(t, args, environment, program).ended
}
