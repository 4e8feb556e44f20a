/** Names, second factors and given passwords of people, who made a token, and a way into the log by who did it. */
import type { Migration } from './migration.ts'

export const people: Migration = ({ types: t }) => [
  `alter table person add column full_name ${t.text} not null default ''`,
  `alter table person add column must_change ${t.int} not null default 0`,
  // The secret must be readable to be compared; a backup of the ledger is as secret as its passwords.
  `alter table person add column totp_secret ${t.text}`,
  `alter table person add column totp_step ${t.int} not null default 0`,
  `alter table person add column last_log_in_at ${t.int}`,
  `create table recovery_code (person_id ${t.int} not null references person (id), hash ${t.text} not null, primary key (person_id, hash)) ${t.keyOrdered}`,
  `alter table enrol_token add column made_by ${t.text} not null default ''`,
  `alter table api_token add column made_by ${t.text} not null default ''`,
  'create index session_by_person on session (person_id)',
  'create index event_by_who on event (who, id)',
  // What agents do by themselves would bury what people did (see collector/src/fleet/audit/query.ts, which says the same words).
  "create index event_of_people on event (id) where kind not in ('enrolled', 'enrolled-again', 'key-rotated', 'key-renewed')",
]
