/** What counts of any past date need: where each PC stood when, which PCs may not be connected, days on a local network, the rules. */
import type { Migration } from './migration.ts'

export const counts: Migration = ({ types: t }) => [
  `alter table presence add column lan ${t.int} not null default 0`,
  // Never rewritten but by a reorganisation or a merge: the unit of a PC at any moment is read here, pc.unit_id is today's.
  `create table pc_stay (pc_id ${t.int} not null, since ${t.int} not null, until ${t.int}, unit_id ${t.int} not null references unit (id),
    enrolled_at ${t.int} not null, primary key (pc_id, since)) ${t.keyOrdered}`,
  // Lists of a past date hold PCs that left since.
  'create index pc_by_name_ever on pc (name_key, id)',
  'create index pc_stay_by_unit on pc_stay (unit_id, since)',
  'insert into pc_stay (pc_id, since, until, unit_id, enrolled_at) select id, enrolled_at, retired_at, unit_id, enrolled_at from pc',
  `create table pc_exemption (pc_id ${t.int} not null, since ${t.int} not null, until ${t.int}, primary key (pc_id, since)) ${t.keyOrdered}`,
  `create table count_rule (id ${t.rowId}, since ${t.int} not null, window_days ${t.int} not null, silent_days ${t.int} not null,
    blocks ${t.text} not null, who ${t.text} not null)`,
]
