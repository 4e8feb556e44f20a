/** Who uses a folder: any number of processes beside each other, or one alone. The system itself ends a claim with its process, however that ended. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import sqlite3 from 'sqlite3'
import { SqliteConnection } from './sqlite-connection.ts'

export type Claim = { release(): Promise<void> }

/** Carried as `code` by what is thrown when a folder cannot be had: alone, because it is used; beside others, because one is alone in it. */
export const FOLDER_IN_USE = 'FOLDER_IN_USE'
export const FOLDER_TAKEN = 'FOLDER_TAKEN'

// One that asks in vain to be alone keeps others out for a moment.
const PATIENCE_MS = 2_000

// Node has no way to lock a file; SQLite has one for every system, and needs no row in the file for it.
const NAME = 'in-use.lock'

export async function claimFolder(folder: string, how: 'beside' | 'alone'): Promise<Claim> {
  mkdirSync(folder, { recursive: true })
  const lock = await SqliteConnection.open(join(folder, NAME), sqlite3.OPEN_READWRITE | sqlite3.OPEN_CREATE, [
    `pragma busy_timeout = ${how === 'alone' ? 0 : PATIENCE_MS}`,
  ])
  try {
    await lock.rows(how === 'alone' ? 'begin exclusive' : 'begin', [])
    if (how === 'beside') await lock.rows('select count(*) from sqlite_schema', [])
  } catch (error) {
    await lock.close()
    const busy = error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY'
    throw busy ? Object.assign(new Error(folder), { code: how === 'alone' ? FOLDER_IN_USE : FOLDER_TAKEN }) : error
  }
  return { release: () => lock.close() }
}
