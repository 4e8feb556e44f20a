/** Laws about the bodies of facts: each lies under the hash of its own text, and every fact has one. */
import { hash } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from '../store/dialect/dialect.ts'
import { plainBody, type StoredBody } from '../store/fact-encoding.ts'
import { broken, inRows, type Law, RESTORE } from './law.ts'

const CHUNK = 500
const ENOUGH = 1_000

type Row = StoredBody & { readonly about: string; readonly hash: Buffer }

export const BODY_LAWS: readonly Law[] = [
  {
    name: 'facts-have-bodies',
    says: { vi: 'thông tin không có nội dung', en: 'facts without a body' },
    todo: RESTORE,
    find: inRows(
      () => sql`
        select 'PC ' || f.pc_id || ': ' || f.fact as about from pc_fact f where not exists (select 1 from fact_body b where b.id = f.body_id)`,
    ),
  },
  {
    name: 'shared-bodies-match',
    says: { vi: 'nội dung không khớp mã băm', en: 'bodies that do not match their hash' },
    todo: RESTORE,
    async find({ read }) {
      const wrong: string[] = []
      for (let after = 0; wrong.length < ENOUGH; ) {
        const { rows } = await sql<Row & { id: number }>`
          select id, 'body ' || id as about, hash, encoding, body from fact_body where id > ${after} order by id limit ${CHUNK}`.execute(
          read,
        )
        const last = rows.at(-1)
        if (!last) break
        wrong.push(...mismatched(rows))
        after = last.id
      }
      return broken(wrong)
    },
  },
  {
    name: 'latest-bodies-match',
    says: { vi: 'nội dung mới nhất không khớp mã băm', en: 'latest bodies that do not match their hash' },
    todo: RESTORE,
    find: async (database) => broken(await wrongLatest(database)),
  },
]

async function wrongLatest({ read }: Database): Promise<string[]> {
  const wrong: string[] = []
  let after: readonly [number, string] = [0, '']
  while (wrong.length < ENOUGH) {
    const { rows } = await sql<Row & { pc_id: number; fact: string }>`
      select pc_id, fact, 'PC ' || pc_id || ': ' || fact as about, hash, encoding, body from pc_latest
      where (pc_id, fact) > (${after[0]}, ${after[1]}) order by pc_id, fact limit ${CHUNK}`.execute(read)
    const last = rows.at(-1)
    if (!last) break
    wrong.push(...mismatched(rows))
    after = [last.pc_id, last.fact]
  }
  return wrong
}

function mismatched(rows: readonly Row[]): string[] {
  return rows.filter((row) => hashOf(row) !== Buffer.from(row.hash).toString('hex')).map(({ about }) => about)
}

function hashOf(row: StoredBody): string | undefined {
  try {
    return hash('sha256', plainBody(row), 'hex')
  } catch {
    // What cannot be unpacked matches nothing.
    return undefined
  }
}
