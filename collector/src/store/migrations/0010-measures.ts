/**
 * The measures plans ask about, one narrow row a PC, beside the unit it stands in; made by the measuring of PCs and never asked for elsewhere.
 * And what counts of the register and frozen reports lacked: assets whose PC left the ledger, and who issues a report.
 */
import type { Migration } from './migration.ts'

export const measures: Migration = ({ types: t, afterwards }) => [
  // How often its facts or its year changed since it was measured; 0 when the measures are of what stands.
  `alter table pc add column unmeasured ${t.int} not null default 1`,
  'create index pc_to_measure on pc (id) where unmeasured > 0',
  // Numbers and days only as rules compare them; yes and no are 1 and 0; null is unknown. left_ledger: 1 when the PC stands in no count.
  `create table pc_measure (pc_id ${t.int} primary key references pc (id), unit_id ${t.int} not null, left_ledger ${t.int} not null,
    memory_bytes ${t.int}, memory_visible_bytes ${t.int}, memory_free_slots ${t.int}, memory_maximum_bytes ${t.int}, system_disk_kind ${t.text},
    system_disk_bytes ${t.int}, system_disk_health ${t.text}, system_free_bytes ${t.int}, os_family ${t.text}, may_go_to_windows11 ${t.int},
    upgrades_for_free ${t.int}, support_ends_on ${t.text}, extended_ends_on ${t.text}, missing_since ${t.text}, windows11_processor ${t.int},
    bits64 ${t.int}, cores ${t.int}, max_mhz ${t.int}, tpm ${t.text}, secure_boot_capable ${t.int}, portable ${t.int}, year_in_use ${t.int},
    bios_year ${t.int}, battery_worn_percent ${t.int}, protected_from_malware ${t.int}, system_encrypted ${t.int})`,
  'insert into pc_measure (pc_id, unit_id, left_ledger) select id, unit_id, case when retired_at is null then 0 else 1 end from pc',
  ...afterwards('pc_measured_new', 'pc', 'insert', 'insert into pc_measure (pc_id, unit_id, left_ledger) values (new.id, new.unit_id, 0)'),
  ...afterwards(
    'pc_measured_place',
    'pc',
    ['unit_id', 'retired_at'],
    'update pc_measure set unit_id = new.unit_id, left_ledger = case when new.retired_at is null then 0 else 1 end where pc_id = new.id',
  ),
  // 1: its PC was out of the ledger at some time since pc_since, so that its stays must be asked.
  `alter table register_entry add column pc_away ${t.int} not null default 0`,
  `update register_entry set pc_away = 1 where item_id in (select m.item_id from register_match m join pc_stay s on s.pc_id = m.pc_id
    where s.until is not null and not exists (select 1 from pc_stay n where n.pc_id = s.pc_id and n.since = s.until))`,
  // The order of successors: PCs went to the first.
  `alter table unit_heir add column place ${t.int} not null default 0`,
  // The credential a new one was given for, kept after that one ended.
  `alter table credential add column came_from ${t.text}`,
  'update credential set came_from = replaces where replaces is not null',
  // JSON; empty in reports of before, which are issued by whoever the settings name.
  `alter table frozen_report add column issuer ${t.text} not null default ''`,
  // A tag as the register knows it: without marks, which lower() leaves where they are. Those that have some come with the next report.
  `alter table pc add column asset_tag_key ${t.text}`,
  "update pc set asset_tag_key = lower(replace(asset_tag, ' ', '')) where asset_tag is not null",
  'update pc_contact set manifest_hash = null where pc_id in (select id from pc where asset_tag is not null)',
  'drop index pc_by_asset_tag',
  'create index pc_by_asset_tag on pc (asset_tag_key) where asset_tag_key is not null',
  // Matches of assets that were written off: one that comes back is the PC it was.
  `create table register_match_ended (item_id ${t.int} primary key references register_item (id), pc_id ${t.int} not null references pc (id),
    score ${t.int} not null, basis ${t.text} not null, model_differs ${t.int} not null, who ${t.text} not null, at ${t.int} not null)`,
  // Which unit a text of a list meant was remembered for everybody's lists together.
  "delete from setting where key = 'register-units'",
]
