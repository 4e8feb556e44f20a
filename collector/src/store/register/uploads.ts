/** Lists between their upload and their import: each person's latest, for a day. */
import { randomUUID } from 'node:crypto'
import type { Database } from '../dialect/dialect.ts'

const DAY_MS = 86_400_000

export type Upload = { readonly id: string; readonly fileName: string; readonly file: Buffer }

/** A person who uploads another list is done with the one before. */
export function keepUpload(
  { write }: Database,
  { who, at, fileName, file }: Omit<Upload, 'id'> & { readonly who: string; readonly at: number },
): Promise<string> {
  const id = randomUUID()
  return write(async (db) => {
    await db
      .deleteFrom('register_upload')
      .where((where) => where.or([where('who', '=', who), where('at', '<', at - DAY_MS)]))
      .execute()
    await db.insertInto('register_upload').values({ id, at, who, file_name: fileName, file }).execute()
    return id
  })
}

/** Undefined when it is gone, or somebody else's. */
export async function readUpload({ read }: Database, id: string, who: string): Promise<Upload | undefined> {
  const row = await read.selectFrom('register_upload').selectAll().where('id', '=', id).where('who', '=', who).executeTakeFirst()
  return row && { id, fileName: row.file_name, file: row.file }
}

export async function dropUpload({ write }: Database, id: string): Promise<void> {
  await write((db) => db.deleteFrom('register_upload').where('id', '=', id).execute())
}

export async function dropOldUploads({ write }: Database, now: number): Promise<void> {
  await write((db) =>
    db
      .deleteFrom('register_upload')
      .where('at', '<', now - DAY_MS)
      .execute(),
  )
}
