/** Lets one test at a time do what two cannot do beside each other, across the processes of a test run. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

const LOOK_MS = 200
const LONGEST_MS = 15 * 60_000

/** How to give the turn back. One held by a process that is gone is taken. */
export async function myTurn(path: string): Promise<() => void> {
  const deadline = performance.now() + LONGEST_MS
  for (;;) {
    try {
      writeFileSync(path, String(process.pid), { flag: 'wx' })
      return () => rmSync(path, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || performance.now() > deadline) throw error
    }
    if (!isHeld(path)) rmSync(path, { force: true })
    else await wait(LOOK_MS)
  }
}

function isHeld(path: string): boolean {
  try {
    const pid = Number(readFileSync(path, 'utf8'))
    // Written a moment after it was made.
    if (pid === 0) return true
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
