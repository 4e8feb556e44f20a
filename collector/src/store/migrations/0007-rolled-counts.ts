/** A memory of counts already made, for trends over many dates; nothing rests on it, and what became old is forgotten. */
import type { Migration } from './migration.ts'

export const rolledCounts: Migration = ({ types: t }) => [
  `create table rolled_day (day ${t.text} not null, rule_version ${t.int} not null, claim ${t.text} not null, rolled_at ${t.int},
    primary key (day, rule_version)) ${t.keyOrdered}`,
  `create table rolled_count (day ${t.text} not null, rule_version ${t.int} not null, unit_id ${t.int} not null, state ${t.text} not null, pcs ${t.int} not null,
    primary key (day, rule_version, unit_id, state)) ${t.keyOrdered}`,
]
