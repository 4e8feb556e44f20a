/** One agent per state folder: a file naming the holder, believed only while that very process runs, so kill -9 leaves no lock behind. */
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isRunning, processMark } from './process-mark.ts'

const LOCK_NAME = 'agent.lock'
const ATTEMPTS = 3

export type FolderLock = { release(): void }
export type LockResult = { readonly kind: 'held'; readonly lock: FolderLock } | { readonly kind: 'busy'; readonly pid: number }

type Holder = { pid: number; mark?: string }

export function lockFolder(folder: string): LockResult {
  const path = join(folder, LOCK_NAME)
  const own = `${path}.${process.pid}`
  const mark = processMark(process.pid)
  const content = JSON.stringify(mark === undefined ? { pid: process.pid } : { pid: process.pid, mark })
  try {
    writeFileSync(own, content, { mode: 0o600 })
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (linked(own, path)) return { kind: 'held', lock: { release: () => releaseOwn(path, content) } }
      const holder = readHolder(path)
      if (holder && isHolding(holder)) return { kind: 'busy', pid: holder.pid }
      setAside(path)
    }
    return { kind: 'busy', pid: readHolder(path)?.pid ?? 0 }
  } finally {
    rmSync(own, { force: true })
  }
}

/** The process holding the folder, if one runs. */
export function holderOf(folder: string): number | undefined {
  const holder = readHolder(join(folder, LOCK_NAME))
  return holder && isHolding(holder) ? holder.pid : undefined
}

// A hard link appears with its content in one step and fails when the name is taken.
function linked(own: string, path: string): boolean {
  try {
    linkSync(own, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function readHolder(path: string): Holder | undefined {
  try {
    const found = JSON.parse(readFileSync(path, 'utf8')) as Holder
    return typeof found.pid === 'number' ? found : undefined
  } catch {
    return undefined
  }
}

function isHolding({ pid, mark }: Holder): boolean {
  if (pid === process.pid || !isRunning(pid)) return false
  return mark === undefined || processMark(pid) === mark
}

// Renamed before removal: of two processes that find the same dead lock, one renames it and the other finds nothing.
function setAside(path: string): void {
  const aside = `${path}.dead.${process.pid}`
  try {
    renameSync(path, aside)
  } catch {
    return
  }
  const moved = readHolder(aside)
  if (moved && isHolding(moved)) {
    // Between looking and renaming another agent took the folder; it gets its lock back.
    try {
      linkSync(aside, path)
    } catch {
      // A third one was quicker; the owner of `aside` will find out by its own check.
    }
  }
  rmSync(aside, { force: true })
}

function releaseOwn(path: string, content: string): void {
  try {
    if (readFileSync(path, 'utf8') === content) rmSync(path)
  } catch {
    // Already gone with the state folder.
  }
}
