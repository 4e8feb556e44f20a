/** The register (what ought to exist) by versions of each asset, its matches with PCs, its part in frozen reports, staff by unit and date. */
import type { Migration } from './migration.ts'

export const register: Migration = ({ types: t, refusal }) => [
  // What people entered at the PC: its tag is what the register knows it by.
  `alter table pc add column asset_tag ${t.text}`,
  `alter table pc add column room ${t.text}`,
  // The new columns are filled by the next report of each PC, which is asked for everything once.
  'update pc_contact set manifest_hash = null',
  `create table register_item (id ${t.rowId}, asset_code ${t.text} not null, asset_key ${t.text} not null unique)`,
  // One row from each list on which something of the asset changed; days are texts, "2026-09-30", and until_day is the first that no more counts.
  // pc_since: since when the PC it is matched to stands in the ledger, here once more so that counts read this table alone.
  `create table register_entry (item_id ${t.int} not null references register_item (id), from_day ${t.text} not null, until_day ${t.text},
    unit_id ${t.int} not null references unit (id), name ${t.text} not null, name_key ${t.text} not null, serial ${t.text}, serial_key ${t.text}, kind ${t.text},
    year_in_use ${t.int}, cost_dong ${t.int}, exempt ${t.int} not null, host_key ${t.text}, host_name ${t.text}, mac ${t.text}, note ${t.text} not null,
    search ${t.text} not null, hash ${t.text} not null, import_id ${t.int} not null, pc_since ${t.int}, primary key (item_id, from_day)) ${t.keyOrdered}`,
  'create index register_entry_by_name on register_entry (name_key, item_id) where until_day is null',
  'create index register_entry_by_unit on register_entry (unit_id, from_day)',
  `create table register_import (id ${t.rowId}, at ${t.int} not null, who ${t.text} not null, file_name ${t.text} not null, day ${t.text} not null,
    rows ${t.int} not null, added ${t.int} not null, changed ${t.int} not null, same ${t.int} not null, gone ${t.int} not null, refused ${t.int} not null)`,
  // A list between its upload and its import; dropped a day later.
  `create table register_upload (id ${t.text} primary key, at ${t.int} not null, who ${t.text} not null, file_name ${t.text} not null, file ${t.bytes} not null)`,
  `create table register_match (item_id ${t.int} primary key references register_item (id), pc_id ${t.int} not null unique references pc (id), score ${t.int} not null,
    basis ${t.text} not null, model_differs ${t.int} not null, who ${t.text} not null, at ${t.int} not null)`,
  "create index pc_by_asset_tag on pc (lower(replace(asset_tag, ' ', ''))) where asset_tag is not null",
  `create table register_doubt (item_id ${t.int} not null, pc_id ${t.int} not null, score ${t.int} not null, basis ${t.text} not null,
    primary key (item_id, pc_id)) ${t.keyOrdered}`,
  `create table register_apart (item_id ${t.int} not null, pc_id ${t.int} not null, who ${t.text} not null, at ${t.int} not null,
    primary key (item_id, pc_id)) ${t.keyOrdered}`,
  `create table staff_number (unit_id ${t.int} not null references unit (id), from_day ${t.text} not null, staff ${t.int}, equipped ${t.int}, who ${t.text} not null,
    at ${t.int} not null, primary key (unit_id, from_day)) ${t.keyOrdered}`,
  `create table frozen_item (report_id ${t.int} not null references frozen_report (id), name_key ${t.text} not null, item_id ${t.int} not null, unit_id ${t.int} not null,
    name ${t.text} not null, asset_code ${t.text} not null, state ${t.text} not null, serial ${t.text}, primary key (report_id, name_key, item_id)) ${t.keyOrdered}`,
  `create table frozen_staff (report_id ${t.int} not null references frozen_report (id), unit_id ${t.int} not null, staff ${t.int}, equipped ${t.int},
    primary key (report_id, unit_id)) ${t.keyOrdered}`,
  ...['frozen_item', 'frozen_staff'].flatMap((part) => [
    ...refusal(part, 'insert', sealed('new')),
    ...refusal(part, 'update', sealed('old')),
    ...refusal(part, 'delete', sealed('old')),
  ]),
]

function sealed(row: 'old' | 'new'): string {
  return `(select hash from frozen_report where id = ${row}.report_id) <> ''`
}
