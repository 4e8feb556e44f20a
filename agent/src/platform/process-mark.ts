/** Tells a running process from another that got the same number later: its start as the kernel counts it, and the boot. */
import { readFileSync } from 'node:fs'

// Field 22 of /proc/PID/stat (proc(5)); the name in field 2 may hold spaces and brackets, so counting starts after it.
const START_FIELD_AFTER_NAME = 19

/** Undefined where the system offers none; then the number alone has to do. */
export function processMark(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const started = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[START_FIELD_AFTER_NAME]
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    return started === undefined ? undefined : `${boot}-${started}`
  } catch {
    return undefined
  }
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
