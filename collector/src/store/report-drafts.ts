/** Keeps drafts of reports: made, changed by one at a time, removed; a draft that was frozen is one no more. */
import type { Kysely } from 'kysely'
import { writeDeed } from './deeds.ts'
import type { Database } from './dialect/dialect.ts'
import type { Tables } from './tables.ts'

/** More are no drafts but an archive; what is told of them is read at once. */
const MOST = 100

export type DraftContent = {
  /** "2026-09-30" */
  readonly day: string
  readonly title: string
  readonly note: string
  readonly corrects: number | undefined
}

/** A draft as somebody saw it. */
export type DraftSeen = { readonly id: number /** Ms since 1970. */; readonly changedAt: number }

type By = { readonly who: string; readonly at: number }

/** The number of the draft; undefined when there are as many as may be. */
export function makeDraft({ write, dialect }: Database, content: DraftContent, { who, at }: By): Promise<number | undefined> {
  return write(async (db) => {
    // Two at once must not both be the last.
    await dialect.alone(db, 'drafting')
    const { count } = await db
      .selectFrom('report_draft')
      .select((of) => of.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    if (Number(count) >= MOST) return undefined
    const { id } = await db
      .insertInto('report_draft')
      .values({ ...rowOf(content), who, changed_at: at })
      .returning('id')
      .executeTakeFirstOrThrow()
    await writeDeed(db, { at, who, kind: 'draft-saved', detail: { draft: id, label: content.title, new: told(content) } })
    return id
  })
}

type Change = By & DraftSeen & { readonly content: DraftContent }

/** `changed`: somebody else changed it since; nothing is overwritten unseen. */
export function changeDraft({ write }: Database, { id, content, changedAt, who, at }: Change): Promise<'done' | 'none' | 'changed'> {
  return write(async (db) => {
    const before = await db.selectFrom('report_draft').selectAll().where('id', '=', id).executeTakeFirst()
    if (!before) return 'none'
    const done = await db
      .updateTable('report_draft')
      // Later than what it replaces, whatever the clock says: it is how two changes are told apart.
      .set({ ...rowOf(content), who, changed_at: Math.max(at, before.changed_at + 1) })
      .where('id', '=', id)
      .where('changed_at', '=', changedAt)
      .returning('id')
      .executeTakeFirst()
    if (!done) return 'changed'
    const old = toldOf(before)
    await writeDeed(db, { at, who, kind: 'draft-saved', detail: { draft: id, label: content.title, old, new: told(content) } })
    return 'done'
  })
}

/** False when there is none. */
export function removeDraft({ write }: Database, id: number, { who, at }: By): Promise<boolean> {
  return write(async (db) => {
    const removed = await db.deleteFrom('report_draft').where('id', '=', id).returningAll().executeTakeFirst()
    if (!removed) return false
    await writeDeed(db, { at, who, kind: 'draft-removed', detail: { draft: id, label: removed.title, old: toldOf(removed) } })
    return true
  })
}

/** Ends the draft together with what comes of it; false when it is not what was seen of it. */
export async function takeDraft(db: Kysely<Tables>, { id, changedAt }: DraftSeen): Promise<boolean> {
  const seen = db.deleteFrom('report_draft').where('id', '=', id).where('changed_at', '=', changedAt)
  return (await seen.returning('id').executeTakeFirst()) !== undefined
}

function rowOf({ day, title, note, corrects }: DraftContent) {
  return { day, title: title.normalize('NFC'), note: note.normalize('NFC'), corrects_id: corrects ?? null }
}

function toldOf({ day, title, note, corrects_id }: ReturnType<typeof rowOf>) {
  return told({ day, title, note, corrects: corrects_id ?? undefined })
}

function told({ day, title, note, corrects }: DraftContent) {
  return { asOf: day, title, ...(note !== '' && { note }), ...(corrects !== undefined && { corrects }) }
}
