/** Whether a PC is one that people sit at, what its board lets anybody do about memory, and committed lines that say when nobody could tell what to buy. */
import type { Migration } from './migration.ts'

const SEALED = (row: 'old' | 'new'): string => `(select sealed from committed_plan where id = ${row}.plan_id) = 1`
const KEPT = 'plan_id, pc_id, unit_id, name, asset_code, asset_unit, verdict, findings'
const KEPT_AFTER =
  'life, cost_dong, year, memory_bytes, system_disk_kind, os_name, os_version, windows_build, windows_revision, missing_since'

export const surerVerdicts: Migration = ({ types: t, refusal }) => [
  // office, virtual or server; null until the PC is measured anew, which the collector does when it starts.
  `alter table pc_measure add column nature ${t.text}`,
  // memory_type: ddr3, ddr4, ddr5 or other.
  ...['memory_soldered', 'memory_added_bytes'].map((name) => `alter table pc_measure add column ${name} ${t.int}`),
  `alter table pc_measure add column memory_type ${t.text}`,
  // casing: desktop, laptop or unknown; memory: the type that would be bought, or unknown; cost_dong: null where nobody could tell what to buy. Lines of before were decided without either.
  `create table committed_line_anew (plan_id ${t.int} not null references committed_plan (id), pc_id ${t.int} not null, unit_id ${t.int} not null, name ${t.text} not null,
    asset_code ${t.text}, asset_unit ${t.int}, verdict ${t.text} not null, findings ${t.int} not null, casing ${t.text} not null, memory ${t.text} not null, life ${t.text} not null,
    cost_dong ${t.int}, year ${t.int}, memory_bytes ${t.int}, system_disk_kind ${t.text}, os_name ${t.text}, os_version ${t.text},
    windows_build ${t.int}, windows_revision ${t.int}, missing_since ${t.text}, primary key (plan_id, pc_id)) ${t.keyOrdered}`,
  `insert into committed_line_anew (${KEPT}, casing, memory, ${KEPT_AFTER})
    select ${KEPT}, case when portable = 1 then 'laptop' else 'desktop' end, 'unknown', ${KEPT_AFTER} from committed_line`,
  'drop table committed_line',
  'alter table committed_line_anew rename to committed_line',
  'create index committed_line_by_unit on committed_line (plan_id, unit_id, pc_id)',
  ...refusal('committed_line', 'insert', SEALED('new')),
  ...refusal('committed_line', 'update', SEALED('old')),
  ...refusal('committed_line', 'delete', SEALED('old')),
]
