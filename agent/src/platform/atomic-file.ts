/** Writes files whole or not at all: temporary file, fsync, rename, fsync of the folder; nothing here leaves half a file. */
import { randomBytes } from 'node:crypto'
import { chmodSync, closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { isRunning } from './process-mark.ts'

export const PRIVATE_FILE_MODE = 0o600
export const PRIVATE_FOLDER_MODE = 0o700

/** Names the process that writes it, so that another one lets it be. */
const TEMPORARY = /\.(\d+)-[0-9a-f]{12}\.tmp$/

// On Windows a virus scanner holds a fresh file for a moment; these codes pass, so the step is tried again.
const PASSING = new Set(['EPERM', 'EACCES', 'EBUSY'])
const RENAME_ATTEMPTS = 8
const FIRST_PAUSE_MS = 20

/** A disk that is full or read-only: the agent says so and goes on, because the next write may succeed. */
export function isNoRoom(error: unknown): boolean {
  return ['ENOSPC', 'EDQUOT', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '')
}

export function makePrivateFolder(path: string): void {
  mkdirSync(path, { recursive: true, mode: PRIVATE_FOLDER_MODE })
  // A folder that existed keeps its mode through mkdir; this one holds the credential.
  if ((statSync(path).mode & 0o077) !== 0 && process.platform !== 'win32') chmodSync(path, PRIVATE_FOLDER_MODE)
}

/** Readable by its owner alone unless said otherwise. */
export async function writeFileAtomically(path: string, content: string | Buffer, { readableByAll = false } = {}): Promise<void> {
  const temporary = join(dirname(path), `${basename(path)}.${process.pid}-${randomBytes(6).toString('hex')}.tmp`)
  try {
    writeAndSync(temporary, content)
    if (readableByAll) chmodSync(temporary, 0o644)
    await renamePatiently(temporary, path)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
  syncFolder(dirname(path))
}

function writeAndSync(path: string, content: string | Buffer): void {
  const file = openSync(path, 'wx', PRIVATE_FILE_MODE)
  try {
    const bytes = Buffer.from(content)
    for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

export async function renamePatiently(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return renameSync(from, to)
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? ''
      if (!PASSING.has(code) || attempt === RENAME_ATTEMPTS) throw error
      await wait(FIRST_PAUSE_MS * 2 ** (attempt - 1))
    }
  }
}

/** What another program wrote. */
export function syncFile(path: string): void {
  // Windows syncs only what may be written to.
  const file = openSync(path, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Makes a rename or a removal durable; Windows has no such call and needs none. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return
  const folder = openSync(path, 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}

/** Removes what processes ended in the middle of a write left behind; others may be writing here at this moment. */
export function removeTemporaries(folder: string): number {
  const left = readdirSync(folder).filter((name) => {
    const [, pid] = TEMPORARY.exec(name) ?? []
    return pid !== undefined && !isRunning(Number(pid))
  })
  for (const name of left) rmSync(join(folder, name), { force: true })
  return left.length
}
