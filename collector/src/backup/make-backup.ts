/** Makes a backup of a ledger in SQLite while it is written to: the state of one moment, packed, proved by opening it, and only then given its name. */
import { existsSync } from 'node:fs'
import { readdir, rename, rm, stat, statfs } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { Refused } from '../platform/refused.ts'
import { claimFolder, FOLDER_IN_USE } from '../store/dialect/folder-claim.ts'
import { copySqlite, lookInto } from '../store/dialect/sqlite-copy.ts'
import { hashUnpacked, pack, toDisk } from './parts.ts'

export type Backup = {
  readonly file: string
  readonly bytes: number
  /** Of the ledger inside. */
  readonly sha256: string
  readonly pcs: number
  readonly reports: number
}

/** A backup must not be what stops reports: so much of the disk stays free whatever happens. */
const LEFT_FREE_BYTES = 256 * 1024 * 1024

/** Beside the backups, on the same disk: what is not whole yet lies in it and nowhere else. */
const WORKSHOP = '.somay-backup'

/** Throws Refused when there is too little room, or another makes one there. A file that has the name already is replaced in one step. */
export async function makeBackup(dataFolder: string, out: string): Promise<Backup> {
  const ledger = join(dataFolder, 'ledger.db')
  if (!existsSync(ledger)) throw Object.assign(new Error(ledger), { code: 'ENOENT' })
  const file = resolve(out)
  const folder = dirname(file)
  const workshop = join(folder, WORKSHOP)
  const claim = await claimFolder(workshop, 'alone').catch((error: NodeJS.ErrnoException) => {
    throw error.code === FOLDER_IN_USE ? new Refused(ANOTHER) : error
  })
  try {
    // Of one that was broken off.
    await sweep(workshop)
    await checkRoom(ledger, folder)
    return await make(ledger, workshop, file)
  } finally {
    await sweep(workshop)
    await claim.release()
  }
}

async function sweep(workshop: string): Promise<void> {
  for (const name of await readdir(workshop)) if (name.includes('.part')) await rm(join(workshop, name))
}

async function make(ledger: string, workshop: string, file: string): Promise<Backup> {
  const copy = join(workshop, 'copy.part')
  const packed = join(workshop, 'packed.part')
  await copySqlite(ledger, copy)
  const { damage, pcs, reports } = await lookInto(copy)
  if (damage.length > 0) throw new Refused(damaged(damage))
  const sha256 = await pack(copy, packed)
  if ((await hashUnpacked(packed)) !== sha256) throw new Refused(UNREADABLE)
  const { size: bytes } = await stat(packed)
  await rename(packed, file)
  await toDisk(dirname(file), 'folder')
  return { file: basename(file), bytes, sha256, pcs, reports }
}

async function checkRoom(ledger: string, folder: string): Promise<void> {
  const log = await stat(`${ledger}-wal`).catch(() => ({ size: 0 }))
  const size = (await stat(ledger)).size + log.size
  const { bavail, bsize } = await statfs(folder)
  const free = bavail * bsize
  // The copy and what is packed of it, which may be as large.
  const needed = size * 2 + LEFT_FREE_BYTES
  if (free < needed) throw new Refused(tooLittleRoom(folder, megabytes(needed), megabytes(free)))
}

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1e6)} MB`

const ANOTHER = {
  vi: 'Đang có một lần sao lưu khác ghi vào thư mục này. Đợi lần đó xong.',
  en: 'Another backup is being made in this folder. Wait until it is done.',
}

const UNREADABLE = {
  vi: 'Tệp sao lưu đọc lại không giống dữ liệu đã ghi; đã xóa tệp đó. Kiểm tra đĩa của thư mục sao lưu.',
  en: 'The backup reads differently from what was written, and was removed. Check the disk of its folder.',
}

const tooLittleRoom = (folder: string, needed: string, free: string) => ({
  vi: `Không đủ chỗ để sao lưu vào ${folder}: cần ${needed}, còn ${free}. Dọn bớt, hoặc chọn thư mục trên đĩa khác.`,
  en: `Too little room for a backup in ${folder}: ${needed} are needed, ${free} are free. Make room, or choose a folder on another disk.`,
})

const damaged = (lines: readonly string[]) => ({
  vi: `Sổ bị hỏng nên không sao lưu (bản sao lưu cũ được giữ nguyên). Chạy lệnh check để biết hỏng ở đâu: ${lines[0]}`,
  en: `The ledger is damaged and was not backed up; earlier backups stay. The command check says where: ${lines[0]}`,
})
