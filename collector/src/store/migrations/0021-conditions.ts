/** What a PC was on a date beside its connectivity: its case, its system's support, its updates; kept over time, counted ahead and frozen. */
import type { Migration } from './migration.ts'

export const conditions: Migration = ({ types: t, refusal }) => [
  // One row from each moment on which one of these measures changed; null is unknown. Of a time before the first nobody knows.
  `create table pc_condition (pc_id ${t.int} not null references pc (id), since ${t.int} not null, until ${t.int}, nature ${t.text}, portable ${t.int},
    support_ends_on ${t.text}, extended_ends_on ${t.text}, missing_since ${t.text}, patched_until ${t.text}, primary key (pc_id, since)) ${t.keyOrdered}`,
  // Every PC is measured once more, which makes its first row.
  'update pc set unmeasured = unmeasured + 1',
  `create table rolled_condition (day ${t.text} not null, rule_version ${t.int} not null, unit_id ${t.int} not null, aspect ${t.text} not null,
    value ${t.text} not null, pcs ${t.int} not null, primary key (day, rule_version, unit_id, aspect, value)) ${t.keyOrdered}`,
  // What was counted ahead before has none: as a claim broken off long ago it is counted anew.
  "update rolled_day set rolled_at = null, claim = '0'",
  // Null in reports of before: of their PCs these were not asked.
  ...['casing', 'support', 'patch_age'].map((name) => `alter table frozen_pc add column ${name} ${t.text}`),
  `alter table frozen_item add column casing ${t.text}`,
  `alter table frozen_report add column has_conditions ${t.int} not null default 0`,
  `create table frozen_condition (report_id ${t.int} not null references frozen_report (id), unit_id ${t.int} not null, aspect ${t.text} not null,
    value ${t.text} not null, pcs ${t.int} not null, primary key (report_id, unit_id, aspect, value)) ${t.keyOrdered}`,
  ...refusal('frozen_condition', 'insert', sealed('new')),
  ...refusal('frozen_condition', 'update', sealed('old')),
  ...refusal('frozen_condition', 'delete', sealed('old')),
  // PCs with a paid licence of protection from malware, which people tell: no agent can prove that something was paid. Null is not told.
  `alter table staff_number add column licensed_antivirus ${t.int}`,
  `alter table frozen_staff add column licensed_antivirus ${t.int}`,
]

function sealed(row: 'old' | 'new'): string {
  return `(select hash from frozen_report where id = ${row}.report_id) <> ''`
}
