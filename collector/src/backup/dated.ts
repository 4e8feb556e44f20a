/** Backups with the moment in their name, of which the newest are kept; whatever else lies in the folder is nobody's to remove. */
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'

const DATED = /^somay-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z\.db\.zst$/

export function datedName(at: number): string {
  return `somay-${new Date(at).toISOString().replaceAll(/[-:]|\.\d+/g, '')}.db.zst`
}

/** Names in the folder, the newest first; none when there is no such folder. */
export async function datedBackups(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => [])
  // The order of their texts is that of their moments.
  return names
    .filter((name) => DATED.test(name))
    .sort()
    .reverse()
}

export function momentOf(name: string): number {
  const [, year, month, day, hour, minute, second] = DATED.exec(name) ?? []
  return Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second))
}

/** The names that were removed. */
export async function keepNewest(folder: string, most: number): Promise<string[]> {
  const old = (await datedBackups(folder)).slice(most)
  for (const name of old) await rm(join(folder, name))
  return old
}
