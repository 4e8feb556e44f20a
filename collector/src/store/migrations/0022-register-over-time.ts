/** Each version of an asset keeps which PC it was, whatever became of the match since; of an asset the last day a list named it, of units the days of their complete lists. */
import type { Migration } from './migration.ts'

export const registerOverTime: Migration = ({ types: t }) => [
  `alter table register_entry add column pc_id ${t.int}`,
  'update register_entry set pc_id = (select m.pc_id from register_match m where m.item_id = register_entry.item_id)',
  // What was written off was the PC it was then, or the one that went into since.
  `update register_entry set pc_id = (with recursive place(item_id, pc_id, next) as (
      select k.item_id, k.pc_id, pc.merged_into from register_match_ended k join pc on pc.id = k.pc_id
      union all select p.item_id, pc.id, pc.merged_into from place p join pc on pc.id = p.next)
    select p.pc_id from place p where p.next is null and p.item_id = register_entry.item_id)
    where pc_id is null and item_id in (select item_id from register_match_ended)`,
  'create index register_entry_by_pc on register_entry (pc_id) where pc_id is not null',
  `update register_entry set
    pc_since = (select min(s.since) from pc_stay s where s.pc_id = register_entry.pc_id),
    pc_away = case when exists (select 1 from pc_stay s where s.pc_id = register_entry.pc_id and s.until is not null
      and not exists (select 1 from pc_stay n where n.pc_id = s.pc_id and n.since = s.until)) then 1 else 0 end`,
  // Days were counted with PCs and their own written-off assets both: as claims broken off long ago they are counted anew.
  "update rolled_day set rolled_at = null, claim = '0'",
  `alter table register_item add column told_day ${t.text}`,
  'update register_item set told_day = (select max(e.from_day) from register_entry e where e.item_id = register_item.id)',
  // beside is JSON: keys of assets that the list names in rows that could not be taken along. Of lists of before nobody knows which were complete.
  `create table register_complete_list (import_id ${t.int} primary key references register_import (id), beside ${t.text} not null)`,
  `create table register_complete_unit (unit_id ${t.int} not null references unit (id), day ${t.text} not null,
    import_id ${t.int} not null references register_import (id), primary key (unit_id, day, import_id)) ${t.keyOrdered}`,
]
