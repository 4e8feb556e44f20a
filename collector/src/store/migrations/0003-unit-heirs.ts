/** What became of units that ended, and from which day on a rule of counting holds. */
import type { Migration } from './migration.ts'

export const unitHeirs: Migration = ({ types: t }) => [
  `create table unit_heir (unit_id ${t.int} not null references unit (id), heir_id ${t.int} not null references unit (id), day ${t.text} not null,
    primary key (unit_id, heir_id)) ${t.keyOrdered}`,
  `alter table count_rule add column from_day ${t.text} not null default '0001-01-01'`,
]
