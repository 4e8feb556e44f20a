/** Drafts of reports: what will be frozen of which day, in the words it will bear; its figures are those of the ledger until then. */
import type { Migration } from './migration.ts'

export const reportDrafts: Migration = ({ types: t }) => [
  // corrects_id: of a frozen report; it may have been corrected by another meanwhile. changed_at tells two who edit at once apart.
  `create table report_draft (id ${t.rowId}, day ${t.text} not null, title ${t.text} not null, note ${t.text} not null, corrects_id ${t.int},
    who ${t.text} not null, changed_at ${t.int} not null)`,
]
