/** Puts a backup in the place of a ledger nobody uses: looked at first, what was there kept beside it, and put back when the restored one does not open. */
import { existsSync } from 'node:fs'
import { access, constants, copyFile, link, mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Refused } from '../platform/refused.ts'
import { sqliteLedger } from '../store/database.ts'
import { writeDeed } from '../store/deeds.ts'
import { claimFolder } from '../store/dialect/folder-claim.ts'
import { type FileFound, lookInto, settleSqlite } from '../store/dialect/sqlite-copy.ts'
import { LEDGER_NEWER, unknownMigrations } from '../store/migrations/index.ts'
import { toDisk, unpack } from './parts.ts'

export type Restoring = { readonly dataFolder: string; readonly from: string; readonly who: string; readonly at: number }
/** `replaced` is the folder that holds what was there before; undefined when there was nothing. */
export type Restored = { readonly pcs: number; readonly reports: number; readonly replaced: string | undefined }

const NAMES = ['ledger.db-wal', 'ledger.db-shm', 'ledger.db'] as const

/** Throws with the code FOLDER_IN_USE when a collector or a command uses the folder; nothing is changed then, or whenever it throws. */
export async function restore({ dataFolder, from, who, at }: Restoring): Promise<Restored> {
  await access(from, constants.R_OK).catch(({ code }: NodeJS.ErrnoException) => {
    throw new Refused({ vi: `Không đọc được ${from} (${code}).`, en: `Cannot read ${from} (${code}).` })
  })
  const claim = await claimFolder(dataFolder, 'alone')
  const unpacked = join(dataFolder, 'restoring.part')
  try {
    await rm(unpacked, { force: true })
    const found = await unpackChecked(from, unpacked)
    const replaced = await keepPresent(dataFolder, at)
    try {
      await rename(unpacked, join(dataFolder, 'ledger.db'))
      await toDisk(dataFolder, 'folder')
      await openOnce(dataFolder, found, { at, who, from })
    } catch (error) {
      await putBack(dataFolder, replaced)
      throw error
    }
    return { pcs: found.pcs, reports: found.reports, replaced }
  } finally {
    for (const end of ['', '-wal', '-shm']) await rm(`${unpacked}${end}`, { force: true })
    await claim.release()
  }
}

async function unpackChecked(from: string, to: string): Promise<FileFound> {
  await unpack(from, to).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOSPC' ? error : new Refused(notABackup(from, error.message))
  })
  const found = await lookInto(to).catch((error: Error) => {
    throw new Refused(notABackup(from, error.message))
  })
  const [line] = found.damage
  if (line !== undefined) throw new Refused(notABackup(from, line))
  const newer = unknownMigrations(found.migrations)
  if (newer.length > 0) throw Object.assign(new Error(newer.join(', ')), { code: LEDGER_NEWER })
  return found
}

/** Migrates it, and proves that it holds what the backup held. */
async function openOnce(dataFolder: string, found: FileFound, { at, who, from }: Omit<Restoring, 'dataFolder'>): Promise<void> {
  const database = await sqliteLedger(dataFolder)
  try {
    await database.write(async (db) => {
      // Whoever was logged in then may have been shut out since.
      await db.deleteFrom('session').execute()
      const { pcs, reports } = found
      await writeDeed(db, { at, who, kind: 'backup-restored', detail: { file: from, pcs, reports } })
    })
  } finally {
    await database.close()
  }
  const { damage, pcs, reports } = await lookInto(join(dataFolder, 'ledger.db'))
  if (damage.length > 0 || pcs !== found.pcs || reports !== found.reports)
    throw new Error(
      `the restored ledger holds ${pcs} PCs and ${reports} reports instead of ${found.pcs} and ${found.reports}: ${damage[0]}`,
    )
}

/** The ledger's own file stays where it is until another takes its name in one step: at no moment is there none, which a collector would begin anew. */
async function keepPresent(dataFolder: string, at: number): Promise<string | undefined> {
  const ledger = join(dataFolder, 'ledger.db')
  // A log whose ledger somebody took away would be played into the restored one.
  if (!NAMES.some((name) => existsSync(join(dataFolder, name)))) return undefined
  const kept = join(dataFolder, `replaced-${new Date(at).toISOString().replaceAll(/[-:]|\.\d+/g, '')}`)
  await mkdir(kept)
  // A ledger so damaged that its log cannot be brought in keeps it beside it.
  if (existsSync(ledger)) await settleSqlite(ledger).catch(() => {})
  for (const name of NAMES) {
    const path = join(dataFolder, name)
    if (!existsSync(path)) continue
    // Not every file system can give a file two names.
    if (name === 'ledger.db') await link(path, join(kept, name)).catch(() => copyFile(path, join(kept, name)))
    else await rename(path, join(kept, name))
  }
  await toDisk(kept, 'folder')
  return kept
}

async function putBack(dataFolder: string, kept: string | undefined): Promise<void> {
  for (const name of NAMES) {
    const path = join(dataFolder, name)
    const was = kept === undefined ? undefined : join(kept, name)
    if (was !== undefined && existsSync(was)) await rename(was, path)
    else await rm(path, { force: true })
  }
  if (kept !== undefined) await rm(kept, { recursive: true, force: true })
}

const notABackup = (file: string, why: string) => ({
  vi: `${file} không phải bản sao lưu dùng được của Sổ Máy (${why}). Sổ hiện tại không bị thay đổi; thử bản sao lưu khác.`,
  en: `${file} is no usable backup of the ledger (${why}). The present ledger was not touched; try another backup.`,
})
