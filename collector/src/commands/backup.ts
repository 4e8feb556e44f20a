/** `backup`: the ledger in one file, while the collector runs. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import { datedName, keepNewest } from '../backup/dated.ts'
import { makeBackup } from '../backup/make-backup.ts'
import { SettingRefused } from '../config/read-settings.ts'
import { writeDeed } from '../store/deeds.ts'
import { caller } from './caller.ts'
import type { Command } from './index.ts'
import { namingFile } from './named-file.ts'
import { STORE_FLAGS, settingsOf, withLedger } from './settings-flags.ts'

export const backupCommand: Command = {
  summary:
    'write the ledger into one file while the collector runs (--out FILE; --scheduled: a dated one in the backup folder, the oldest go)',
  flags: {
    ...STORE_FLAGS,
    out: { type: 'string' },
    scheduled: { type: 'boolean' },
    'backup-folder': { type: 'string' },
    'backups-kept': { type: 'string' },
  },
  async run(values) {
    const { dataFolder, database: address, backupFolder, backupsKept } = settingsOf(values)
    if (address !== '') throw new SettingRefused(USE_PG_DUMP)
    const at = Date.now()
    const scheduled = values.scheduled !== undefined
    const out = scheduled && backupFolder !== '' ? join(backupFolder, datedName(at)) : values.out
    if (!out) throw new SettingRefused(WHERE_TO)
    if (scheduled) mkdirSync(backupFolder, { recursive: true })
    const made = await namingFile(out, () => makeBackup(dataFolder, out))
    const removed = scheduled ? await keepNewest(backupFolder, backupsKept) : []
    await withLedger(values, (database) =>
      database.write((db) => writeDeed(db, { at, who: scheduled ? 'clock' : caller(), kind: 'backup-made', detail: made })),
    )
    const { bytes, pcs, reports } = made
    const count = (language: 'vi' | 'en') => [pcs, reports].map((number) => formatNumber(number, language))
    const [[pcsVi, reportsVi], [pcsEn, reportsEn]] = [count('vi'), count('en')]
    console.log(`${out}: ${(bytes / 1e6).toFixed(1)} MB, SHA-256 ${made.sha256}`)
    console.log(`Đã sao lưu và mở lại để kiểm tra: ${pcsVi} máy, ${reportsVi} lượt báo.`)
    console.log(`Backed up and opened to prove it: ${pcsEn} PCs, ${reportsEn} reports.`)
    for (const name of removed) console.log(`- ${name}`)
  },
}

const WHERE_TO = {
  vi: 'Cần --out: tên tệp sao lưu, ví dụ --out /mnt/usb/so-may.db.zst.',
  en: '--out takes the file to write, such as --out /mnt/usb/ledger.db.zst.',
}

const USE_PG_DUMP = {
  vi: 'Sổ nằm trong PostgreSQL: sao lưu bằng "pg_dump --format=custom --file FILE ĐỊA-CHỈ", làm được khi bộ thu đang chạy.',
  en: 'The ledger lies in PostgreSQL: back it up with "pg_dump --format=custom --file FILE ADDRESS", which may be done while the collector runs.',
}
