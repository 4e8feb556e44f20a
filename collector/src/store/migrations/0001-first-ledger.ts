/** The first tables: units, PCs with their contact, facts by content, presence, tokens, people, events. */
import type { Migration } from './migration.ts'

export const firstLedger: Migration = ({ types: t }) => [
  `create table unit (id ${t.rowId}, code ${t.text}, name ${t.text} not null, name_key ${t.text} not null, block ${t.text} not null,
    order_no ${t.int} not null, parent_id ${t.int}, valid_from ${t.text} not null, valid_to ${t.text})`,
  `create table pc (id ${t.rowId}, unit_id ${t.int} not null references unit (id), name ${t.text} not null, name_key ${t.text} not null,
    enrolled_at ${t.int} not null, retired_at ${t.int}, reasons ${t.text} not null, unknown_count ${t.int},
    host_name ${t.text}, manufacturer ${t.text}, model ${t.text}, serial ${t.text}, chassis_kind ${t.text}, processor ${t.text},
    memory_bytes ${t.int}, memory_visible_bytes ${t.int}, memory_free_slots ${t.int}, system_disk_kind ${t.text}, system_disk_bytes ${t.int}, system_free_bytes ${t.int},
    os_family ${t.text}, os_name ${t.text}, os_version ${t.text}, os_build ${t.text}, support_edition ${t.text}, last_boot_at ${t.int},
    pending_updates ${t.int}, last_patched_at ${t.int}, restart_pending ${t.int}, tpm_version ${t.text}, secure_boot ${t.text},
    ip_address ${t.text}, mac_addresses ${t.text}, connectivity ${t.text},
    folded ${t.text}, os_version_order ${t.text}, os_build_order ${t.text}, ip_address_order ${t.text})`,
  // Retired PCs are in no list, so the indexes that lists walk and count leave them out.
  'create index pc_by_name on pc (name_key, id) where retired_at is null',
  'create index pc_by_unit on pc (unit_id, name_key, id) where retired_at is null',
  // The unit stands here once more, so that a search reads this narrow table alone; whoever moves a PC writes both.
  `create table pc_search (pc_id ${t.int} primary key, unit_id ${t.int} not null, text ${t.text} not null)`,
  `create table pc_contact (pc_id ${t.int} primary key, last_seen_at ${t.int}, last_report_id ${t.text}, report_count ${t.int} not null,
    manifest_hash ${t.text}, inventory_at ${t.int}, state ${t.text}, state_at ${t.int}, skew_ms ${t.int}, agent_version ${t.text} not null)`,
  `create table credential (hash ${t.text} primary key, pc_id ${t.int} not null, public_key ${t.text} not null, created_at ${t.int} not null,
    replaces ${t.text}, shared_at ${t.int}, renewals ${t.int} not null, revoked_at ${t.int}) ${t.keyOrdered}`,
  'create index credential_by_pc on credential (pc_id)',
  // Whose bundle a file is.
  'create index credential_by_key on credential (public_key)',
  `create table evidence (kind ${t.text} not null, value ${t.text} not null, pc_id ${t.int} not null, since ${t.int} not null,
    primary key (kind, value, pc_id)) ${t.keyOrdered}`,
  'create index evidence_by_pc on evidence (pc_id)',
  `create table fact_body (id ${t.rowId}, hash ${t.bytes} not null unique, encoding ${t.int} not null, body ${t.bytes} not null)`,
  `create table pc_fact (pc_id ${t.int} not null, fact ${t.text} not null, since ${t.int} not null, until ${t.int}, body_id ${t.int} not null,
    primary key (pc_id, fact, since)) ${t.keyOrdered}`,
  // Of facts that change by themselves every day only the latest: the body lies here, because the next one replaces it.
  `create table pc_latest (pc_id ${t.int} not null, fact ${t.text} not null, since ${t.int} not null, hash ${t.bytes} not null,
    encoding ${t.int} not null, body ${t.bytes} not null, primary key (pc_id, fact)) ${t.keyOrdered}`,
  `create table presence (pc_id ${t.int} not null, month ${t.int} not null, reached ${t.int} not null, internet ${t.int} not null,
    sampled ${t.int} not null, powered ${t.int} not null, used ${t.int} not null, use_told ${t.int} not null,
    primary key (pc_id, month)) ${t.keyOrdered}`,
  `create table report (id ${t.text} not null, pc_id ${t.int} not null, received_at ${t.int} not null, taken_at ${t.int} not null,
    sent_at ${t.int} not null, agent_version ${t.text} not null, primary key (id, pc_id)) ${t.keyOrdered}`,
  `create table enrol_token (id ${t.rowId}, hash ${t.text} not null unique, unit_id ${t.int} not null references unit (id), label ${t.text} not null,
    created_at ${t.int} not null, expires_at ${t.int} not null, use_limit ${t.int} not null, used_count ${t.int} not null, revoked_at ${t.int})`,
  `create table person (id ${t.rowId}, user_name ${t.text} not null unique, role ${t.text} not null, password_hash ${t.text} not null,
    created_at ${t.int} not null, disabled_at ${t.int})`,
  `create table scope (person_id ${t.int}, token_id ${t.int}, unit_id ${t.int})`,
  `create table session (id ${t.text} primary key, person_id ${t.int}, data ${t.text} not null, expires_at ${t.int} not null) ${t.keyOrdered}`,
  `create table api_token (id ${t.rowId}, hash ${t.text} not null unique, label ${t.text} not null, role ${t.text} not null,
    created_at ${t.int} not null, expires_at ${t.int}, revoked_at ${t.int})`,
  `create table event (id ${t.rowId}, at ${t.int} not null, kind ${t.text} not null, pc_id ${t.int}, who ${t.text} not null, detail ${t.text} not null)`,
  'create index event_by_pc on event (pc_id, at)',
  // The latest of one kind, such as the bundles of this week, among the enrolments of a million PCs.
  'create index event_by_kind on event (kind, id)',
  `create table setting (key ${t.text} primary key, value ${t.text} not null) ${t.keyOrdered}`,
]
