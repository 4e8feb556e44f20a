/** Lists as they are uploaded: what is no list, or more than one, is refused in words that say what to do. */
import type { ErrorCode } from '@somay/shared/errors.ts'
import type { Words } from '@somay/shared/text/words.ts'
import type { FastifyError, FastifyInstance } from 'fastify'
import { Problem } from '../platform/problem.ts'
import { ListRefused } from '../register/list-refused.ts'
import { MAX_LIST_BYTES } from '../register/read-list.ts'

type Fault = Exclude<ListRefused['fault'], 'busy'>

const FAULTS: Readonly<Record<Fault, Words>> = {
  'not-a-list': { vi: 'Tệp không phải .xlsx hay .csv, hoặc đã hỏng.', en: 'The file is neither .xlsx nor .csv, or it is damaged.' },
  'old-excel': {
    vi: 'Tệp .xls của Excel cũ, hoặc có mật khẩu: lưu lại thành .xlsx không mật khẩu.',
    en: 'An .xls of an old Excel, or one with a password: save it as .xlsx without one.',
  },
  protected: { vi: 'Tệp có mật khẩu: lưu lại không mật khẩu.', en: 'The file has a password: save it without one.' },
  'too-large': {
    vi: 'Tệp quá lớn (trên 20 MB, hoặc giải nén ra trên 200 MB).',
    en: 'The file is too large (over 20 MB, or 200 MB when inflated).',
  },
  'too-wide': {
    vi: 'Bảng tính có ô nằm quá xa bên phải (sau cột ZZ) trên nhiều dòng: xoá các cột thừa rồi lưu lại.',
    en: 'Cells stand too far to the right (beyond column ZZ) on many rows: delete those columns and save it again.',
  },
  'too-slow': {
    vi: 'Đọc tệp quá lâu nên đã dừng.',
    en: 'Reading the file took too long and was ended.',
  },
  'too-many-rows': { vi: 'Tệp có hơn 100.000 dòng.', en: 'The file has more than 100,000 rows.' },
  empty: { vi: 'Tệp không có dòng nào.', en: 'The file has no row.' },
}

/** A list all right, and too much of one: saving it in another format would not help. */
const TOO_MUCH: readonly Fault[] = ['too-large', 'too-wide', 'too-many-rows', 'too-slow']

const BUSY_SECONDS = 20

/** Files come as they are, up to a size; beyond it they are refused as a list that is too large. */
export function takeLists(app: FastifyInstance): void {
  app.addContentTypeParser(
    'application/octet-stream',
    { parseAs: 'buffer', bodyLimit: MAX_LIST_BYTES },
    async (_: unknown, raw: Buffer) => raw,
  )
  app.setErrorHandler<FastifyError>((error) => {
    throw error.code === 'FST_ERR_CTP_BODY_TOO_LARGE' ? refusal('too-large') : error
  })
}

/** A file that is no list becomes a refusal in words. */
export async function listInWords<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading
  } catch (error) {
    if (!(error instanceof ListRefused)) throw error
    throw error.fault === 'busy' ? new Problem('list-busy', undefined, BUSY_SECONDS) : refusal(error.fault)
  }
}

function refusal(fault: Fault): Problem {
  const code: ErrorCode = TOO_MUCH.includes(fault) ? 'list-too-large' : 'list-unreadable'
  return new Problem(code, FAULTS[fault])
}
