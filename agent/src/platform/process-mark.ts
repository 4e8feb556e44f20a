/** Tells a running process from another that got the same number later: by its start, or where that is not told by its program. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { basename, win32 } from 'node:path'

// Field 22 of /proc/PID/stat (proc(5)); the name in field 2 may hold spaces and brackets, so counting starts after it.
const START_FIELD_AFTER_NAME = 19
const COMMAND_LIMIT_MS = 5_000

/** Undefined where the system does not tell; then the number alone has to do. */
export function processMark(pid: number, os: NodeJS.Platform = process.platform): string | undefined {
  if (os === 'darwin') return startIn(said('/bin/ps', ['-o', 'lstart=', '-p', String(pid)]))
  if (os === 'win32') return pid === process.pid ? basename(process.execPath).toLowerCase() : programOnWindows(pid)
  return startOnLinux(pid)
}

function startOnLinux(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const started = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[START_FIELD_AFTER_NAME]
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    return started === undefined ? undefined : `${boot}-${started}`
  } catch {
    return undefined
  }
}

/** `Mon Nov 23 09:12:01 2026`, which the kernel wrote down at the start and no setting of the clock changes. */
export function startIn(text: string | undefined): string | undefined {
  return text?.trim().replace(/\s+/g, ' ') || undefined
}

/** Windows tells the start of a process through slow ways only; that another program has the number is told quickly. */
function programOnWindows(pid: number): string | undefined {
  const tasklist = win32.join(process.env.SystemRoot ?? 'C:\\Windows', 'System32', 'tasklist.exe')
  return programIn(said(tasklist, ['/fi', `PID eq ${pid}`, '/fo', 'csv', '/nh']))
}

/** `"node.exe","4312","Services","0","61,004 K"`; without such a process a sentence in the system's language. */
export function programIn(text: string | undefined): string | undefined {
  return /^"([^"]+)",/m.exec(text ?? '')?.[1]?.toLowerCase()
}

// The same language and time zone whoever asks: the answers are compared.
function said(file: string, args: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync(file, args, {
    encoding: 'utf8',
    timeout: COMMAND_LIMIT_MS,
    windowsHide: true,
    env: { LC_ALL: 'C', TZ: 'UTC', ...(process.env.SystemRoot && { SystemRoot: process.env.SystemRoot }) },
  })
  return status === 0 ? stdout : undefined
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Running, but someone else's.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
