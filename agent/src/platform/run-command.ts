/** Runs one command of the system with a time limit and a bound on its output; never through a shell. */
import { spawn, spawnSync } from 'node:child_process'
import { commandEnvironment } from './command-environment.ts'

export type CommandLimits = {
  readonly timeoutMs: number
  readonly maxBytes?: number
  /** Exit codes that are an answer, not a failure (dnf says 100 for "there are updates"). */
  readonly okCodes?: readonly number[]
  /** For programs that put part of their answer on stderr: it stands in the text after the rest. */
  readonly withErrors?: boolean
}

export type CommandResult =
  | { readonly kind: 'ok'; readonly stdout: string; readonly code: number }
  | { readonly kind: 'timed-out' | 'not-found' | 'denied' | 'failed'; readonly detail: string }

const DEFAULT_MAX_BYTES = 8 * 1024 * 1024
const LET_GO_MS = 1_000
const MAX_STDERR_CHARACTERS = 4_000
const MAX_SAID_CHARACTERS = 300
/** What programs say when rights are missing; PowerShell adds the last three, the same in every language, when policy or the virus scanner blocks a script. */
const DENIED =
  /permission denied|must be root|not permitted|are you root|PSSecurityException|UnauthorizedAccess|ScriptContainedMaliciousContent/i

/** Commands at work. They have process groups of their own, so nothing but this ends them when the agent's process does. */
const running = new Set<number>()
process.on('exit', () => {
  for (const pid of running) endGroup(pid)
})

export function runCommand(file: string, args: readonly string[], limits: CommandLimits): Promise<CommandResult> {
  const { timeoutMs, maxBytes = DEFAULT_MAX_BYTES, okCodes = [0], withErrors = false } = limits
  return new Promise((resolve) => {
    const { file: path, env } = commandEnvironment(file, process.platform, process.env)
    const child = spawn(path, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env,
      // No window flashes up before a person, not even for a moment.
      windowsHide: true,
      // Its own process group, so that a hung command is ended with whatever it started.
      detached: process.platform !== 'win32',
    })
    const { pid } = child
    // Nothing was started, and on a system out of files or processes there are no streams either.
    if (pid === undefined) return void child.once('error', (error) => resolve(startFailure(file, error)))
    running.add(pid)
    const chunks: Buffer[] = []
    const errors: Buffer[] = []
    let bytes = 0
    let stderr = ''
    let ended: CommandResult | undefined

    const settle = (result: CommandResult) => {
      clearTimeout(timer)
      running.delete(pid)
      resolve(result)
    }
    const end = (result: CommandResult) => {
      if (ended) return
      ended = result
      endGroup(pid)
      // What it started in a group of its own may hold the pipes open for as long as it likes.
      setTimeout(() => {
        child.stdout.destroy()
        child.stderr.destroy()
        settle(result)
      }, LET_GO_MS).unref()
    }
    const timer = setTimeout(() => end({ kind: 'timed-out', detail: `${file} took longer than ${timeoutMs} ms` }), timeoutMs)

    const take = (chunk: Buffer, into: Buffer[]) => {
      bytes += chunk.length
      if (bytes > maxBytes) return end({ kind: 'failed', detail: `${file} wrote more than ${maxBytes} bytes` })
      into.push(chunk)
    }
    child.stdout.on('data', (chunk: Buffer) => take(chunk, chunks))
    child.stderr.on('data', (chunk: Buffer) => {
      if (withErrors) take(chunk, errors)
      if (stderr.length < MAX_STDERR_CHARACTERS) stderr += chunk.toString('utf8')
    })
    child.on('close', (code) => {
      if (ended) return settle(ended)
      if (code !== null && okCodes.includes(code))
        return settle({ kind: 'ok', stdout: Buffer.concat([...chunks, ...errors]).toString('utf8'), code })
      const said = stderr.trim().split('\n')[0]?.slice(0, MAX_SAID_CHARACTERS) ?? ''
      settle({
        kind: DENIED.test(stderr) ? 'denied' : 'failed',
        detail: `${file} ended with ${code ?? 'a signal'}${said ? `: ${said}` : ''}`,
      })
    })
  })
}

function startFailure(file: string, error: NodeJS.ErrnoException): CommandResult {
  if (error.code === 'ENOENT') return { kind: 'not-found', detail: `${file} is not installed` }
  if (error.code === 'EACCES' || error.code === 'EPERM') return { kind: 'denied', detail: `${file} may not be run` }
  return { kind: 'failed', detail: `${file}: ${error.code ?? error.message}` }
}

/** With whatever it started. */
function endGroup(pid: number): void {
  try {
    if (process.platform === 'win32') endTree(pid)
    else process.kill(-pid, 'SIGKILL')
  } catch {
    // It ended by itself in the meantime.
  }
}

/** Windows knows no process groups, and only the parent's number tells what belongs together. Waited for: this runs at the end of the agent, too. */
function endTree(pid: number): void {
  const { file, env } = commandEnvironment('taskkill.exe', process.platform, process.env)
  const { status } = spawnSync(file, ['/PID', String(pid), '/T', '/F'], { env, stdio: 'ignore', windowsHide: true, timeout: LET_GO_MS })
  if (status !== 0) process.kill(pid, 'SIGKILL')
}
