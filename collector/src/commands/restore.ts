/** `restore`: the ledger as a backup has it, when no collector runs. */
import { formatNumber } from '@somay/shared/text/numbers.ts'
import { restore } from '../backup/restore.ts'
import { SettingRefused } from '../config/read-settings.ts'
import { caller } from './caller.ts'
import type { Command } from './index.ts'
import { STORE_FLAGS, settingsOf } from './settings-flags.ts'

export const restoreCommand: Command = {
  summary: 'put a backup in the place of the ledger, with the collector stopped (--from FILE)',
  flags: { ...STORE_FLAGS, from: { type: 'string' } },
  async run(values) {
    const { dataFolder, database: address } = settingsOf(values)
    if (address !== '') throw new SettingRefused(USE_PG_RESTORE)
    const { from } = values
    if (!from) throw new SettingRefused({ vi: 'Cần --from: tệp sao lưu.', en: '--from takes the file of a backup.' })
    const { pcs, reports, replaced } = await restore({ dataFolder, from, who: caller(), at: Date.now() })
    console.log(
      `Đã khôi phục và kiểm tra: ${formatNumber(pcs, 'vi')} máy, ${formatNumber(reports, 'vi')} lượt báo. Mọi người phải đăng nhập lại.`,
    )
    console.log(`Restored and checked: ${formatNumber(pcs, 'en')} PCs, ${formatNumber(reports, 'en')} reports. Everybody logs in anew.`)
    if (replaced === undefined) return
    console.log(`Sổ trước đó được giữ ở ${replaced}; xóa thư mục đó khi đã xem là đúng.`)
    console.log(`The ledger of before is kept in ${replaced}; remove that folder when you have seen that all is right.`)
  },
}

const USE_PG_RESTORE = {
  vi: 'Sổ nằm trong PostgreSQL: khôi phục bằng "pg_restore --clean --if-exists --dbname ĐỊA-CHỈ FILE" sau khi dừng mọi bộ thu.',
  en: 'The ledger lies in PostgreSQL: restore it with "pg_restore --clean --if-exists --dbname ADDRESS FILE" when every collector is stopped.',
}
