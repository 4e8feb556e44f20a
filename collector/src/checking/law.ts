/** What a law of the ledger is to whoever checks it: what is said when it is broken, what to do then, and how the rows that break it are found. */
import type { Words } from '@somay/shared/text/words.ts'
import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../store/dialect/dialect.ts'

/** `examples` are a few of them. */
export type Broken = { readonly count: number; readonly examples: readonly string[] }

export type Law = {
  readonly name: string
  /** Said of what breaks it, before the examples. */
  readonly says: Words
  readonly todo: Words
  /** Undefined when it holds. */
  find(database: Database): Promise<Broken | undefined>
}

const EXAMPLES = 5

/** `rows` is a query with a column `about`, a text, of what breaks the law. */
export function inRows(rows: (database: Database) => RawBuilder<unknown>): Law['find'] {
  return async (database) => {
    const found = await sql<{ about: string; n: number }>`
      select x.about, count(*) over () as n from (${rows(database)}) as x order by x.about limit ${EXAMPLES}`.execute(database.read)
    const [first] = found.rows
    return first && { count: Number(first.n), examples: found.rows.map(({ about }) => about) }
  }
}

export function broken(all: readonly string[]): Broken | undefined {
  return all.length === 0 ? undefined : { count: all.length, examples: all.slice(0, EXAMPLES) }
}

export const RESTORE: Words = {
  vi: 'Khôi phục bản sao lưu gần nhất vào một thư mục khác (restore --data), chạy check ở đó; nếu đúng thì dùng sổ đó.',
  en: 'Restore the latest backup into another folder (restore --data) and run check there; if all holds, use that ledger.',
}

export const KEEP_AND_TELL: Words = {
  vi: 'Giữ một bản sao lưu của sổ như hiện nay, đừng sửa bằng tay, và gửi các dòng này cho nơi hỗ trợ.',
  en: 'Keep a backup of the ledger as it is, mend nothing by hand, and send these lines to whoever supports you.',
}

export const SPOILED: Words = {
  vi: 'Con số đã công bố hoặc kế hoạch đã duyệt không còn nguyên: so với văn bản đã ký, và khôi phục từ bản sao lưu trước đó (restore).',
  en: 'A published figure or a committed plan is no longer what it was: compare it with the signed paper, and restore a backup from before (restore).',
}
