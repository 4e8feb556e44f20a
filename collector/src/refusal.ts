/** What the command line says when it cannot do what was asked: one sentence in each language, or the stack when nobody foresaw it. */
import { ERRORS } from '@somay/shared/errors.ts'
import type { Words } from '@somay/shared/text/words.ts'
import { SettingRefused } from './config/read-settings.ts'
import { Problem } from './platform/problem.ts'
import { Refused } from './platform/refused.ts'
import { FOLDER_IN_USE, FOLDER_SERVED, FOLDER_TAKEN } from './store/dialect/folder-claim.ts'
import { LEDGER_NEWER } from './store/migrations/index.ts'

const NO_LEDGER: Words = {
  vi: 'Không mở được sổ trong thư mục dữ liệu. Kiểm tra đường dẫn --data và quyền ghi.',
  en: 'The ledger in the data folder cannot be opened. Check --data and the right to write there.',
}

const DISK_FULL: Words = { vi: 'Đĩa đã đầy, không ghi được sổ.', en: 'The disk is full; the ledger cannot be written.' }

const SYSTEM: Readonly<Record<string, Words>> = {
  EADDRINUSE: {
    vi: 'Cổng này đang có chương trình khác dùng. Dừng chương trình đó, hoặc chọn cổng khác bằng --port.',
    en: 'Another program uses this port. End it, or choose another port with --port.',
  },
  EADDRNOTAVAIL: { vi: 'Máy này không có địa chỉ đó. Xem lại --host.', en: 'This machine does not have that address. Look at --host.' },
  EACCES: {
    vi: 'Không đủ quyền: với cổng dưới 1024 hoặc với thư mục dữ liệu. Chọn --port hay --data khác, hoặc cấp quyền.',
    en: 'Not permitted: a port below 1024, or the data folder. Choose another --port or --data, or grant the right.',
  },
  ECONNREFUSED: {
    vi: 'PostgreSQL không trả lời ở địa chỉ trong --database. Kiểm tra máy chủ và địa chỉ đó.',
    en: 'PostgreSQL does not answer at the address in --database. Check the server and the address.',
  },
  [LEDGER_NEWER]: {
    vi: 'Sổ này do một phiên bản mới hơn của Sổ Máy ghi. Cài lại phiên bản đó, hoặc khôi phục bản sao lưu làm trước khi nâng cấp. Sổ không bị thay đổi gì.',
    en: 'A newer version of the product wrote this ledger. Install that version again, or restore a backup from before the upgrade. The ledger was not touched.',
  },
  [FOLDER_IN_USE]: {
    vi: 'Thư mục dữ liệu đang được dùng. Dừng bộ thu và các lệnh khác trên thư mục này rồi chạy lại.',
    en: 'The data folder is in use. Stop the collector and other commands over this folder, then run it again.',
  },
  [FOLDER_TAKEN]: {
    vi: 'Sổ trong thư mục dữ liệu đang được khôi phục. Đợi xong rồi chạy lại.',
    en: 'The ledger in the data folder is being restored. Wait until that is done, then run it again.',
  },
  [FOLDER_SERVED]: {
    vi: 'Một bộ thu khác đang chạy trên thư mục dữ liệu này. Dừng bộ thu đó trước, hoặc chọn thư mục khác bằng --data; muốn nhiều bộ thu cùng phục vụ một sổ thì dùng PostgreSQL (--database).',
    en: 'Another collector serves this data folder. Stop it first, or choose another folder with --data; for several collectors over one ledger use PostgreSQL (--database).',
  },
  SQLITE_CANTOPEN: NO_LEDGER,
  ENOTDIR: NO_LEDGER,
  ENOENT: NO_LEDGER,
  EROFS: NO_LEDGER,
  SQLITE_FULL: DISK_FULL,
  ENOSPC: DISK_FULL,
}

export function refusalOf(error: unknown): string {
  if (error instanceof SettingRefused || error instanceof Refused) return error.message
  if (error instanceof Problem) {
    const { says, todo } = ERRORS[error.code]
    const { detail } = error
    return both(says, ...(detail === undefined ? [todo] : [typeof detail === 'string' ? { vi: detail, en: detail } : detail]))
  }
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error ? String(error.code) : ''
  const words = SYSTEM[code]
  if (words) return `${both(words)}\n(${error.message})`
  // Flags that do not exist: Node says which.
  return code.startsWith('ERR_PARSE_ARGS') ? error.message : (error.stack ?? error.message)
}

function both(...sentences: readonly Words[]): string {
  return (['vi', 'en'] as const).map((language) => sentences.map((words) => words[language]).join(' ')).join('\n')
}
