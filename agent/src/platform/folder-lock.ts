/** One agent per state folder: a link naming the holder, believed only while that very process runs, so kill -9 leaves no lock behind. */
import { readFileSync, readlinkSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isRunning, processMark } from './process-mark.ts'

const LOCK_NAME = 'agent.lock'
const ATTEMPTS = 3

export type FolderLock = { release(): void }
export type LockResult = { readonly kind: 'held'; readonly lock: FolderLock } | { readonly kind: 'busy'; readonly pid: number }

type Holder = { readonly pid: number; readonly mark: string | undefined }

export function lockFolder(folder: string): LockResult {
  const path = join(folder, LOCK_NAME)
  const own = textOf({ pid: process.pid, mark: processMark(process.pid) })
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (isTaken(path, own)) return { kind: 'held', lock: { release: () => releaseOwn(path, own) } }
    const holder = readHolder(path)
    if (holder && isHolding(holder)) return { kind: 'busy', pid: holder.pid }
    setAside(path)
  }
  return { kind: 'busy', pid: readHolder(path)?.pid ?? 0 }
}

/** The process holding the folder, if one runs. */
export function holderOf(folder: string): number | undefined {
  const holder = readHolder(join(folder, LOCK_NAME))
  return holder && isHolding(holder) ? holder.pid : undefined
}

function textOf({ pid, mark }: Holder): string {
  return mark === undefined ? String(pid) : `${pid}@${mark}`
}

/**
 * A symbolic link to no file: it appears with its content in one step, fails when the name is taken, and needs no block of a full
 * disk. Windows lets only administrators make one; there a small file has to do.
 */
function isTaken(path: string, text: string): boolean {
  try {
    if (process.platform === 'win32') writeFileSync(path, text, { flag: 'wx' })
    else symlinkSync(text, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function readText(path: string): string | undefined {
  try {
    return process.platform === 'win32' ? readFileSync(path, 'utf8') : readlinkSync(path)
  } catch {
    return undefined
  }
}

function readHolder(path: string): Holder | undefined {
  const [, pid, mark] = readText(path)?.match(/^(\d+)(?:@(.+))?$/) ?? []
  return pid === undefined ? undefined : { pid: Number(pid), mark }
}

function isHolding({ pid, mark }: Holder): boolean {
  if (pid === process.pid || !isRunning(pid)) return false
  if (mark === undefined) return true
  // Of a process the system tells nothing about it is not known that it is another.
  const present = processMark(pid)
  return present === undefined || present === mark
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
  // Between looking and renaming another agent may have taken the folder; it gets its lock back.
  if (moved && isHolding(moved)) isTaken(path, textOf(moved))
  rmSync(aside, { force: true })
}

function releaseOwn(path: string, own: string): void {
  if (readText(path) === own) rmSync(path, { force: true })
}
