/** Releases of the agent, how far they are rolled out, and how they went on each PC. */
import type { Migration } from './migration.ts'

export const agentReleases: Migration = ({ types: t }) => [
  // The packages themselves are files of the data folder, by their SHA-256.
  `create table agent_release (id ${t.rowId}, version ${t.text} not null, kind ${t.text} not null, sha256 ${t.text} not null unique, file_name ${t.text} not null,
    size_bytes ${t.int} not null, signature ${t.text} not null, added_at ${t.int} not null, added_by ${t.text} not null, unique (kind, version))`,
  // A null unit is the whole tree; begun_at is when it began, at and who are its last change.
  `create table rollout (id ${t.rowId}, version ${t.text} not null, unit_id ${t.int} references unit (id), stage ${t.int} not null, state ${t.text} not null,
    by_rule ${t.int} not null, who ${t.text} not null, at ${t.int} not null, begun_at ${t.int} not null)`,
  'create unique index rollout_once on rollout (version, coalesce(unit_id, 0))',
  // Of the agents that ask for updates, in which package they came.
  `create table pc_package (pc_id ${t.int} primary key references pc (id), kind ${t.text} not null, version ${t.text} not null, told_at ${t.int} not null)`,
  `create table pc_update (pc_id ${t.int} not null references pc (id), version ${t.text} not null, state ${t.text} not null, reason ${t.text}, detail ${t.text},
    offered_at ${t.int}, ended_at ${t.int}, primary key (pc_id, version)) ${t.keyOrdered}`,
  'create index pc_update_by_version on pc_update (version, state)',
]
