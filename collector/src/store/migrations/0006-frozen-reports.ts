/** Counts as they were frozen: date, rule, tree, figures and the PCs behind them; sealed, the database itself refuses every change. */
import type { Migration } from './migration.ts'

const PARTS = ['frozen_unit', 'frozen_count', 'frozen_pc']

export const frozenReports: Migration = ({ types: t, refusal }) => [
  `create table frozen_report (id ${t.rowId}, day ${t.text} not null, time_zone ${t.text} not null, title ${t.text} not null, note ${t.text} not null,
    rule_version ${t.int} not null, window_days ${t.int} not null, silent_days ${t.int} not null, blocks ${t.text} not null, who ${t.text} not null,
    frozen_at ${t.int} not null, corrects_id ${t.int} unique references frozen_report (id), hash ${t.text} not null)`,
  `create table frozen_unit (report_id ${t.int} not null references frozen_report (id), unit_id ${t.int} not null, parent_id ${t.int}, name ${t.text} not null,
    code ${t.text}, block ${t.text} not null, order_no ${t.int} not null, primary key (report_id, unit_id)) ${t.keyOrdered}`,
  `create table frozen_count (report_id ${t.int} not null references frozen_report (id), unit_id ${t.int} not null, state ${t.text} not null, pcs ${t.int} not null,
    primary key (report_id, unit_id, state)) ${t.keyOrdered}`,
  // In the order in which the list behind a figure is read.
  `create table frozen_pc (report_id ${t.int} not null references frozen_report (id), name_key ${t.text} not null, pc_id ${t.int} not null, unit_id ${t.int} not null,
    name ${t.text} not null, state ${t.text} not null, internet_on ${t.int}, heard_on ${t.int}, model ${t.text}, serial ${t.text}, reasons ${t.text} not null,
    primary key (report_id, name_key, pc_id)) ${t.keyOrdered}`,
  ...refusal('frozen_report', 'update', "old.hash <> ''"),
  ...refusal('frozen_report', 'delete', "old.hash <> ''"),
  ...PARTS.flatMap((part) => [
    ...refusal(part, 'insert', sealed('new')),
    ...refusal(part, 'update', sealed('old')),
    ...refusal(part, 'delete', sealed('old')),
  ]),
]

function sealed(row: 'old' | 'new'): string {
  return `(select hash from frozen_report where id = ${row}.report_id) <> ''`
}
