/** Questions about PCs that may be one, and merges that can be undone: what both were before is kept whole. */
import type { Migration } from './migration.ts'

export const identityDesk: Migration = ({ types: t }) => [
  `alter table pc add column merged_into ${t.int}`,
  'create index pc_merged_into on pc (merged_into) where merged_into is not null',
  // The lower number first, so that two PCs are asked about once.
  `create table identity_question (pc_id ${t.int} not null references pc (id), other_id ${t.int} not null references pc (id), score ${t.int} not null,
    why ${t.text} not null, asked_at ${t.int} not null, answer ${t.text}, who ${t.text}, answered_at ${t.int}, primary key (pc_id, other_id)) ${t.keyOrdered}`,
  'create index identity_question_open on identity_question (asked_at) where answer is null',
  // before: JSON of what a merge changed and its undoing needs, see store/merging/before.ts.
  `create table pc_merge (id ${t.rowId}, from_pc ${t.int} not null references pc (id), into_pc ${t.int} not null references pc (id), at ${t.int} not null,
    who ${t.text} not null, before ${t.text} not null, undone_at ${t.int}, undone_by ${t.text})`,
  'create index pc_merge_by_from on pc_merge (from_pc)',
  'create index pc_merge_by_into on pc_merge (into_pc)',
]
