/** Who uses a folder: any number of processes beside each other, or one alone; and which one collector serves it. The system itself ends a claim with its process, however that ended. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import sqlite3 from 'sqlite3'
import { SqliteConnection } from './sqlite-connection.ts'

export type Claim = { release(): Promise<void> }

/** Carried as `code` by what is thrown when a folder cannot be had: alone, because it is used; beside others, because one is alone in it; to serve it, because another does. */
export const FOLDER_IN_USE = 'FOLDER_IN_USE'
export const FOLDER_TAKEN = 'FOLDER_TAKEN'
export const FOLDER_SERVED = 'FOLDER_SERVED'

// One that asks in vain to be alone keeps others out for a moment.
const PATIENCE_MS = 2_000

// Node has no way to lock a file; SQLite has one for every system, and needs no row in the file for it.
const HOW = {
  beside: { file: 'in-use.lock', begin: 'begin', waitMs: PATIENCE_MS, refused: FOLDER_TAKEN },
  alone: { file: 'in-use.lock', begin: 'begin exclusive', waitMs: 0, refused: FOLDER_IN_USE },
  // A file of its own: commands work beside a collector. One that is just ending is waited for.
  serving: { file: 'serving.lock', begin: 'begin exclusive', waitMs: PATIENCE_MS, refused: FOLDER_SERVED },
} as const

export async function claimFolder(folder: string, how: keyof typeof HOW): Promise<Claim> {
  const { file, begin, waitMs, refused } = HOW[how]
  mkdirSync(folder, { recursive: true })
  const lock = await SqliteConnection.open(join(folder, file), sqlite3.OPEN_READWRITE | sqlite3.OPEN_CREATE, [
    `pragma busy_timeout = ${waitMs}`,
  ])
  try {
    await lock.rows(begin, [])
    if (how === 'beside') await lock.rows('select count(*) from sqlite_schema', [])
  } catch (error) {
    await lock.close()
    const busy = error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY'
    throw busy ? Object.assign(new Error(folder), { code: refused }) : error
  }
  return { release: () => lock.close() }
}
