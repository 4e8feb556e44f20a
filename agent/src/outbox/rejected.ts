/** What cannot be sent: reports the collector refused for good, and files that are no reports. Kept with the reason, bounded, oldest first out. */
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { makePrivateFolder, PRIVATE_FILE_MODE, renamePatiently } from '../platform/atomic-file.ts'

const FOLDER = 'rejected'
const REASON_SUFFIX = '.reason.txt'
const MAX_FILES = 20
const MAX_BYTES = 5_000_000

export type Rejected = { readonly name: string; readonly reason: string }

export async function setAside(stateFolder: string, path: string, reason: string): Promise<void> {
  const folder = join(stateFolder, FOLDER)
  makePrivateFolder(folder)
  const moved = join(folder, basename(path))
  await renamePatiently(path, moved)
  try {
    writeFileSync(`${moved}${REASON_SUFFIX}`, `${reason}\n`, { mode: PRIVATE_FILE_MODE })
  } catch {
    // On a full disk the move alone must do.
  }
  keepNewest(folder)
}

export function listRejected(stateFolder: string): Rejected[] {
  const folder = join(stateFolder, FOLDER)
  return namesIn(folder).map((name) => ({ name, reason: reasonOf(join(folder, name)) }))
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => !name.endsWith(REASON_SUFFIX))
      .sort()
  } catch {
    return []
  }
}

function reasonOf(path: string): string {
  try {
    return readFileSync(`${path}${REASON_SUFFIX}`, 'utf8').trim()
  } catch {
    return '?'
  }
}

function keepNewest(folder: string): void {
  const files = namesIn(folder)
    .map((name) => ({ path: join(folder, name), ...sizeAndTime(join(folder, name)) }))
    .toSorted((a, b) => b.modifiedMs - a.modifiedMs)
  let bytes = 0
  for (const [place, { path, sizeBytes }] of files.entries()) {
    bytes += sizeBytes
    if (place < MAX_FILES && (bytes <= MAX_BYTES || place === 0)) continue
    rmSync(path, { force: true })
    rmSync(`${path}${REASON_SUFFIX}`, { force: true })
  }
}

function sizeAndTime(path: string): { sizeBytes: number; modifiedMs: number } {
  const { size, ctimeMs } = statSync(path)
  return { sizeBytes: size, modifiedMs: ctimeMs }
}
