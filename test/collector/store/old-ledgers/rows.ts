/** A few rows for a ledger as it was after each migration, written with the columns there were then. */
import { createHash } from 'node:crypto'

const BODY = '{"known":{"hostName":"PC-1","manufacturer":"Dell","model":{"unknown":"failed"},"serial":"S1"},"source":"test"}'
const LATEST = '{"unknown":"timed-out"}'
const hex = (text: string) => `x'${Buffer.from(text).toString('hex')}'`
const hashOf = (text: string) => `x'${createHash('sha256').update(text).digest('hex')}'`

/** What each migration made room for, as a ledger of the migration `last` holds it: one PC that reports and one that left, in a unit below another, and so on. */
export const rowsOf = (last: string): Readonly<Record<string, readonly string[]>> => ({
  '0001-first-ledger': [
    "insert into unit (id, name, name_key, block, order_no, valid_from) values (1, 'Sở Nội vụ', 'so noi vu', 'I', 1, '2016-01-01')",
    "insert into unit (id, name, name_key, block, order_no, parent_id, valid_from) values (2, 'Văn phòng', 'van phong', 'I', 2, 1, '2016-01-01')",
    `insert into pc (id, unit_id, name, name_key, enrolled_at, reasons, host_name, manufacturer, serial)
      values (1, 2, 'PC-1', 'pc-1', 1767571200000, '{"model":"failed","fact:patches":"timed-out","pending_updates":"timed-out","last_patched_at":"timed-out","restart_pending":"timed-out"}', 'PC-1', 'Dell', 'S1')`,
    `insert into pc (id, unit_id, name, name_key, enrolled_at, reasons) values (2, 1, 'PC-2', 'pc-2', 1767571200000, '{}')`,
    'update pc set retired_at = 1770000000000 where id = 2',
    "insert into pc_search (pc_id, unit_id, text) values (1, 2, 'pc-1 dell s1'), (2, 1, 'pc-2')",
    `insert into pc_contact (pc_id, last_seen_at, last_report_id, report_count, manifest_hash, inventory_at, state, state_at, skew_ms, agent_version)
      values (1, 1775000000000, 'r1', 3, 'aa', 1775000000000, 'internet', 1775000000000, 0, '0.1.0'), (2, null, null, 0, null, null, null, null, null, '0.1.0')`,
    "insert into credential (hash, pc_id, public_key, created_at, renewals) values ('c1', 1, 'k1', 1767571200000, 0)",
    "insert into evidence (kind, value, pc_id, since) values ('system-serial', 'S1', 1, 1767571200000)",
    `insert into fact_body (id, hash, encoding, body) values (1, ${hashOf(BODY)}, 0, ${hex(BODY)})`,
    "insert into pc_fact (pc_id, fact, since, until, body_id) values (1, 'system', 1767571200000, null, 1)",
    `insert into pc_latest (pc_id, fact, since, hash, encoding, body) values (1, 'patches', 1767571200000, ${hashOf(LATEST)}, 0, ${hex(LATEST)})`,
    'insert into presence (pc_id, month, reached, internet, sampled, powered, used, use_told) values (1, 202603, 7, 3, 7, 7, 1, 3)',
    "insert into report (id, pc_id, received_at, taken_at, sent_at, agent_version) values ('r1', 1, 1775000000000, 1775000000000, 1775000000000, '0.1.0')",
    "insert into enrol_token (hash, unit_id, label, created_at, expires_at, use_limit, used_count) values ('t1', 1, 'đợt 1', 0, 1, 5, 2)",
    "insert into person (id, user_name, role, password_hash, created_at) values (1, 'chi-lan', 'it-staff', 'x', 0)",
    'insert into scope (person_id, unit_id) values (1, 2)',
    "insert into api_token (hash, label, role, created_at) values ('a1', 'prometheus', 'it-staff', 0)",
    "insert into event (at, kind, pc_id, who, detail) values (1767571200000, 'enrolled', 1, 'agent', '{}')",
    "insert into setting (key, value) values ('session-signing-key', 'x')",
  ],
  '0002-counts': [
    'insert into pc_stay (pc_id, since, until, unit_id, enrolled_at) values (1, 1767571200000, 1768000000000, 1, 1767571200000), (1, 1768000000000, null, 2, 1767571200000), (2, 1767571200000, 1770000000000, 1, 1767571200000)',
    'insert into pc_exemption (pc_id, since, until) values (2, 1767571200000, 1768000000000)',
    "insert into count_rule (since, window_days, silent_days, blocks, who) values (0, 30, 30, 'I,II', 'chi-lan')",
  ],
  '0003-unit-heirs': [
    "insert into unit (id, name, name_key, block, order_no, valid_from, valid_to) values (3, 'Sở cũ', 'so cu', 'I', 3, '2016-01-01', '2025-07-01')",
    "insert into unit_heir (unit_id, heir_id, day) values (3, 1, '2025-07-01')",
  ],
  '0004-people': ["insert into recovery_code (person_id, hash) values (1, 'h1')"],
  '0006-frozen-reports': [
    `insert into frozen_report (id, day, time_zone, title, note, rule_version, window_days, silent_days, blocks, who, frozen_at, hash)
      values (1, '2026-03-31', 'Asia/Ho_Chi_Minh', 'Quý I', '', 1, 30, 30, 'I,II', 'chi-lan', 1775000000000, '')`,
    "insert into frozen_unit (report_id, unit_id, name, block, order_no) values (1, 1, 'Sở Nội vụ', 'I', 1)",
    "insert into frozen_count (report_id, unit_id, state, pcs) values (1, 1, 'internet', 1)",
    `insert into frozen_pc (report_id, name_key, pc_id, unit_id, name, state, internet_on, model, reasons) values (1, 'pc-1', 1, 1, 'PC-1', 'internet', 20260302, null, '{"model":"failed"}')`,
  ],
  '0007-rolled-counts': [
    "insert into rolled_day (day, rule_version, claim, rolled_at) values ('2026-03-31', 1, 'x', 1)",
    "insert into rolled_count (day, rule_version, unit_id, state, pcs) values ('2026-03-31', 1, 1, 'internet', 1)",
  ],
  '0008-register': [
    "insert into register_item (id, asset_code, asset_key) values (1, 'TS-1', 'ts-1')",
    `insert into register_entry (item_id, from_day, unit_id, name, name_key, serial, year_in_use, exempt, note, search, hash, import_id, pc_since)
      values (1, '2026-01-31', 2, 'Máy Dell', 'may dell', 'S1', 2019, 0, '', 'may dell', 'h', 1, 1767571200000)`,
    "insert into register_import (at, who, file_name, day, rows, added, changed, same, gone, refused) values (1, 'chi-lan', 'so.xlsx', '2026-01-31', 1, 1, 0, 0, 0, 0)",
    "insert into register_match (item_id, pc_id, score, basis, model_differs, who, at) values (1, 1, 100, '{}', 0, '', 1)",
    "insert into staff_number (unit_id, from_day, staff, equipped, who, at) values (1, '2026-01-01', 30, null, 'chi-lan', 1)",
  ],
  '0009-identity-desk': [
    `insert into identity_question (pc_id, other_id, score, why, asked_at, answer, who, answered_at) values (1, 2, 60, '{"agree":[],"against":[]}', 1, 'different', 'chi-lan', 2)`,
  ],
  '0011-plans': [
    `insert into plan_version (kind, name, name_key, version, from_day, content, who, at) values ('price-book', 'Giá 2026', 'gia 2026', 1, '2026-01-01', '{}', 'chi-lan', 1)`,
    "insert into committed_plan (id, title, note, terms, who, committed_at, sealed) values (1, 'Kế hoạch 2026', '', '{}', 'chi-lan', 1, 0)",
    "insert into committed_unit (plan_id, unit_id, name, block, order_no) values (1, 2, 'Văn phòng', 'I', 1)",
    last < '0015'
      ? "insert into committed_line (plan_id, pc_id, unit_id, name, verdict, findings, portable, life, cost_dong) values (1, 1, 2, 'PC-1', 'mend', 1, 0, 'in-life', 1500000)"
      : "insert into committed_line (plan_id, pc_id, unit_id, name, verdict, findings, casing, memory, life, cost_dong) values (1, 1, 2, 'PC-1', 'mend', 1, 'desktop', 'ddr4', 'in-life', null)",
    'update committed_plan set sealed = 1',
  ],
  '0012-report-drafts': ["insert into report_draft (day, title, note, who, changed_at) values ('2026-06-30', 'Quý II', '', 'chi-lan', 1)"],
  '0021-conditions': [
    "insert into pc_condition (pc_id, since, until, portable, support_ends_on) values (1, 1772000000000, null, 1, '2025-10-14')",
    "insert into rolled_condition (day, rule_version, unit_id, aspect, value, pcs) values ('2026-03-31', 1, 1, 'casing', 'laptop', 1)",
    "insert into frozen_condition (report_id, unit_id, aspect, value, pcs) values (1, 1, 'casing', 'laptop', 1)",
    "insert into staff_number (unit_id, from_day, staff, equipped, licensed_antivirus, who, at) values (2, '2026-02-01', 12, 10, 9, 'chi-lan', 1)",
  ],
  '0019-leaders': [
    "insert into staff_number (unit_id, from_day, staff, equipped, leaders, who, at) values (2, '2026-01-01', 12, 10, 2, 'chi-lan', 1)",
  ],
  '0022-register-over-time': [
    'update register_entry set pc_id = 1',
    "update register_item set told_day = '2026-01-31'",
    "insert into register_complete_list (import_id, beside) values (1, '[]')",
    "insert into register_complete_unit (unit_id, day, import_id) values (2, '2026-01-31', 1)",
  ],
})
