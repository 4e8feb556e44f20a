/** Runs one command of the system with a time limit and a bound on its output; never through a shell. */
import { spawn } from 'node:child_process'

export type CommandLimits = {
  readonly timeoutMs: number
  readonly maxBytes?: number
  /** Exit codes that are an answer, not a failure (dnf says 100 for "there are updates"). */
  readonly okCodes?: readonly number[]
}

export type CommandResult =
  | { readonly kind: 'ok'; readonly stdout: string; readonly code: number }
  | { readonly kind: 'timed-out' | 'not-found' | 'denied' | 'failed'; readonly detail: string }

const DEFAULT_MAX_BYTES = 8 * 1024 * 1024
const MAX_STDERR_CHARACTERS = 300

export function runCommand(file: string, args: readonly string[], limits: CommandLimits): Promise<CommandResult> {
  const { timeoutMs, maxBytes = DEFAULT_MAX_BYTES, okCodes = [0] } = limits
  return new Promise((resolve) => {
    // C.UTF-8 would keep names readable too, but old systems lack it; C is everywhere and parsers expect its words.
    const child = spawn(file, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      // Nothing inherited: a person's HOME would bring that person's settings (rpm reads ~/.rpmmacros) into what is read.
      env: { PATH: searchPath(), LC_ALL: 'C', LANG: 'C' },
      windowsHide: true,
      // Its own process group, so that a hung command is ended with whatever it started.
      detached: process.platform !== 'win32',
    })
    const chunks: Buffer[] = []
    let bytes = 0
    let stderr = ''
    let ended: CommandResult | undefined

    const end = (result: CommandResult) => {
      ended ??= result
      endGroup(child.pid)
    }
    const timer = setTimeout(() => end({ kind: 'timed-out', detail: `${file} took longer than ${timeoutMs} ms` }), timeoutMs)

    child.stdout.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes > maxBytes) return end({ kind: 'failed', detail: `${file} wrote more than ${maxBytes} bytes` })
      chunks.push(chunk)
    })
    child.stderr.on('data', (chunk: Buffer) => {
      if (stderr.length < MAX_STDERR_CHARACTERS) stderr += chunk.toString('utf8')
    })
    child.on('error', (error) => {
      clearTimeout(timer)
      resolve(startFailure(file, error))
    })
    child.on('close', (code) => {
      clearTimeout(timer)
      if (ended) return resolve(ended)
      if (code !== null && okCodes.includes(code)) return resolve({ kind: 'ok', stdout: Buffer.concat(chunks).toString('utf8'), code })
      const said = stderr.trim().split('\n')[0]?.slice(0, MAX_STDERR_CHARACTERS) ?? ''
      const denied = /permission denied|must be root|not permitted|are you root/i.test(stderr)
      resolve({ kind: denied ? 'denied' : 'failed', detail: `${file} ended with ${code ?? 'a signal'}${said ? `: ${said}` : ''}` })
    })
  })
}

function startFailure(file: string, error: NodeJS.ErrnoException): CommandResult {
  if (error.code === 'ENOENT') return { kind: 'not-found', detail: `${file} is not installed` }
  if (error.code === 'EACCES' || error.code === 'EPERM') return { kind: 'denied', detail: `${file} may not be run` }
  return { kind: 'failed', detail: `${file}: ${error.code ?? error.message}` }
}

// Never the inherited PATH: an agent run as root must not start what somebody else put there.
function searchPath(): string {
  if (process.platform === 'win32') return `${process.env.SystemRoot ?? 'C:\\Windows'}\\System32`
  return '/usr/sbin:/usr/bin:/sbin:/bin:/usr/local/sbin:/usr/local/bin:/run/current-system/sw/bin'
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL')
  } catch {
    // It ended by itself in the meantime.
  }
}
