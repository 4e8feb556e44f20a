/** Names the file or folder that a command was told to write when the system refuses it: its code alone would be taken for the ledger's. */
import { dirname, resolve } from 'node:path'
import type { Words } from '@somay/shared/text/words.ts'
import { Refused } from '../platform/refused.ts'

const WHY: Readonly<Record<string, Words>> = {
  ENOENT: { vi: 'không có thư mục này', en: 'there is no such folder' },
  ENOTDIR: { vi: 'một phần của đường dẫn không phải thư mục', en: 'a part of the path is no folder' },
  EISDIR: { vi: 'đây là một thư mục', en: 'it is a folder' },
  EEXIST: { vi: 'đã có tệp ở đó', en: 'a file is there already' },
  EACCES: { vi: 'không đủ quyền ghi ở đó', en: 'no right to write there' },
  EPERM: { vi: 'không đủ quyền ghi ở đó', en: 'no right to write there' },
  EROFS: { vi: 'ổ đĩa chỉ đọc', en: 'the disk is read-only' },
  ENOSPC: { vi: 'đĩa đã đầy', en: 'the disk is full' },
}

/** `path` as it was given with --out. */
export async function namingFile<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const { code = '', path: refused } = error as NodeJS.ErrnoException
    const why = WHY[code]
    if (why === undefined || refused === undefined || !isOf(refused, path)) throw error
    throw new Refused({ vi: `--out: không ghi được ${path}: ${why.vi}.`, en: `--out: ${path} cannot be written: ${why.en}.` })
  }
}

/** The file itself, one made beside it on the way, or a folder above it. */
function isOf(refused: string, path: string): boolean {
  const [at, wanted] = [resolve(refused), resolve(path)]
  return at.startsWith(dirname(wanted)) || wanted.startsWith(at)
}
