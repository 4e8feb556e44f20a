/** Writes the denormalised row of one PC anew from all facts that stand, after facts were given to it or taken from it. */
import { type Kysely, sql } from 'kysely'
import type { Dialect } from '../dialect/dialect.ts'
import { decodeBody } from '../fact-encoding.ts'
import { COLUMNS_OF, promote } from '../pc-columns.ts'
import type { Tables } from '../tables.ts'
import { writePcRows } from './pc-rows.ts'

export async function rewritePcRow(db: Kysely<Tables>, dialect: Dialect, pcId: number): Promise<void> {
  const { rows } = await sql<{ fact: string; encoding: number; body: Buffer }>`
    select f.fact, b.encoding, b.body from pc_fact f join fact_body b on b.id = f.body_id where f.pc_id = ${pcId} and f.until is null
    union all select fact, encoding, body from pc_latest where pc_id = ${pcId}`.execute(db)
  const standing = rows.map((row) => ({ fact: row.fact, body: decodeBody(row) }))
  await db.updateTable('pc').set({ reasons: '{}' }).where('id', '=', pcId).execute()
  const found = promote(standing.map(({ fact, body }) => ({ fact, body, text: JSON.stringify(body) })))
  await writePcRows(db, dialect, [{ report: { pcId, promoted: promote([]) }, found, gone: [...COLUMNS_OF.keys()] }])
}
