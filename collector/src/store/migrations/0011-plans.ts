/** Planning: policies and price books in versions, scenarios, and plans as they were committed; what is committed the database itself refuses to change. */
import type { Migration } from './migration.ts'

export const plans: Migration = ({ types: t, refusal }) => [
  // PCs of a unit one after another, for lists of a plan.
  'create index pc_measure_by_unit on pc_measure (unit_id, pc_id)',
  // kind: policy or price-book; content: JSON of its fields. Never changed, only followed by the next version of the name.
  `create table plan_version (id ${t.rowId}, kind ${t.text} not null, name ${t.text} not null, name_key ${t.text} not null, version ${t.int} not null,
    from_day ${t.text} not null, content ${t.text} not null, who ${t.text} not null, at ${t.int} not null, unique (kind, name_key, version))`,
  // asked: JSON of the query it stands for, with the versions it used and every field that was changed beside them.
  `create table scenario (id ${t.rowId}, name ${t.text} not null, unit_id ${t.int}, asked ${t.text} not null, who ${t.text} not null, at ${t.int} not null,
    removed_at ${t.int})`,
  `create table committed_plan (id ${t.rowId}, title ${t.text} not null, note ${t.text} not null, unit_id ${t.int}, terms ${t.text} not null, who ${t.text} not null,
    committed_at ${t.int} not null, sealed ${t.int} not null)`,
  `create table committed_unit (plan_id ${t.int} not null references committed_plan (id), unit_id ${t.int} not null, parent_id ${t.int}, name ${t.text} not null,
    block ${t.text} not null, order_no ${t.int} not null, primary key (plan_id, unit_id)) ${t.keyOrdered}`,
  // A PC that something is done about: what was found, decided and paid for, and what it was then, for comparing. year: from 0, null when unfunded.
  `create table committed_line (plan_id ${t.int} not null references committed_plan (id), pc_id ${t.int} not null, unit_id ${t.int} not null, name ${t.text} not null,
    asset_code ${t.text}, asset_unit ${t.int}, verdict ${t.text} not null, findings ${t.int} not null, portable ${t.int} not null, life ${t.text} not null, cost_dong ${t.int} not null, year ${t.int},
    memory_bytes ${t.int}, system_disk_kind ${t.text}, os_name ${t.text}, os_version ${t.text}, primary key (plan_id, pc_id)) ${t.keyOrdered}`,
  'create index committed_line_by_unit on committed_line (plan_id, unit_id, pc_id)',
  ...refusal('committed_plan', 'update', 'old.sealed = 1'),
  ...refusal('committed_plan', 'delete', 'old.sealed = 1'),
  ...['committed_unit', 'committed_line'].flatMap((part) => [
    ...refusal(part, 'insert', sealed('new')),
    ...refusal(part, 'update', sealed('old')),
    ...refusal(part, 'delete', sealed('old')),
  ]),
]

function sealed(row: 'old' | 'new'): string {
  return `(select sealed from committed_plan where id = ${row}.plan_id) = 1`
}
