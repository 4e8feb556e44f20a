/** Reads drafts of reports. */
import type { Draft } from '@somay/shared/api/report-drafts.ts'
import type { Database } from '../../store/dialect/dialect.ts'

const DRAFT = ['id', 'day', 'title', 'note', 'corrects_id', 'who', 'changed_at'] as const

/** All of them: the store keeps no more than a page holds. */
export async function readDrafts({ read }: Database): Promise<Draft[]> {
  const rows = await read.selectFrom('report_draft').select(DRAFT).orderBy('changed_at', 'desc').orderBy('id', 'desc').execute()
  return rows.map(draftOf)
}

export async function readDraft({ read }: Database, id: number): Promise<Draft | undefined> {
  const row = await read.selectFrom('report_draft').select(DRAFT).where('id', '=', id).executeTakeFirst()
  return row && draftOf(row)
}

type Row = Readonly<Record<'id' | 'changed_at', number>> &
  Readonly<Record<'day' | 'title' | 'note' | 'who', string>> & { readonly corrects_id: number | null }

function draftOf({ day, corrects_id, changed_at, ...row }: Row): Draft {
  return { ...row, asOf: day, changedAt: changed_at, ...(corrects_id !== null && { corrects: corrects_id }) }
}
