/** The tables of the ledger as Kysely sees them; instants are ms since 1970 UTC, yes/no is 1/0, unknown is null with its reason beside it. */

import type { Generated } from 'kysely'
import type { Comparisons } from './comparisons.ts'
import type { MeasureCells } from './measures.ts'
import type { PcColumn } from './pc-columns.ts'
import type { CommittedLineTable, CommittedPlanTable, CommittedUnitTable, PlanVersionTable, ScenarioTable } from './plan-tables.ts'
import type { PresenceBit } from './reports/incoming.ts'
import type { AgentReleaseTable, PcPackageTable, PcUpdateTable, RolloutTable } from './update-tables.ts'

export type UnitTable = {
  id: Generated<number>
  /** Dated text, because the code scheme changed and will again. */
  code: string | null
  name: string
  name_key: string
  /** Block I-IV of the committee's table. */
  block: string
  order_no: number
  parent_id: number | null
  valid_from: string
  valid_to: string | null
}

/** Into which units one went when it ended; `day` is the first on which it was no more. */
/** `place`: PCs went to the first of several, 0. */
export type UnitHeirTable = { unit_id: number; heir_id: number; day: string; place: Generated<number> }

export type PcTable = {
  id: Generated<number>
  unit_id: number
  /** The name shown: the host name of the latest report, until then that of the enrolment. */
  name: string
  name_key: string
  enrolled_at: number
  retired_at: number | null
  /** The PC it turned out to be; it is in no list and no count then. */
  merged_into: Generated<number | null>
  /** JSON: column -> reason, for every null column below. */
  reasons: string
  /** How often it changed since it was measured for plans. */
  unmeasured: Generated<number>
  /** Facts of the last inventory that are unknown as a whole and wanted (not turned off); null before the first. */
  unknown_count: number | null
} & { [C in PcColumn]: string | number | null } & Comparisons

/** What plans ask about: null is unknown, days are texts, yes is 1. `left_ledger` follows the PC by itself. */
export type PcMeasureTable = { pc_id: number; unit_id: number; left_ledger: number } & MeasureCells

/** Folded text of everything a person searches a PC by; apart, so that a search reads a quarter of what the rows of pc hold. */
export type PcSearchTable = { pc_id: number; unit_id: number; text: string }

/** What every check-in writes, kept narrow so that an unchanged one touches little. */
export type PcContactTable = {
  pc_id: number
  last_seen_at: number | null
  last_report_id: string | null
  report_count: number
  /** SHA-256 of the manifest the store holds completely; null asks the agent for it. */
  manifest_hash: string | null
  inventory_at: number | null
  /** Connectivity of the latest sample; null is unknown. */
  state: string | null
  state_at: number | null
  skew_ms: number | null
  agent_version: string
}

export type CredentialTable = {
  hash: string
  pc_id: number
  public_key: string
  created_at: number
  /** The hash of the one it was given for; both are good until it is first used. */
  replaces: string | null
  /** The credential it was given for, even when that one ended. */
  came_from: string | null
  /** Since when several PCs are known to use it, or another took its place: it opens nothing any more but the way to a credential of the PC's own. */
  shared_at: number | null
  /** How often it was exchanged for another since then. */
  renewals: number
  revoked_at: number | null
}

/** Every piece ever seen on a PC, with when it was first seen there. */
export type EvidenceTable = { kind: string; value: string; pc_id: number; since: number }
export type FactBodyTable = { id: Generated<number>; hash: Buffer; encoding: number; body: Buffer }
export type PcFactTable = { pc_id: number; fact: string; since: number; until: number | null; body_id: number }
/** The latest body of a fact without a history, replaced in place. */
export type PcLatestTable = { pc_id: number; fact: string; since: number; hash: Buffer; encoding: number; body: Buffer }
/** One bit for each day of the month, bit 0 the first. */
export type PresenceTable = { pc_id: number; month: number } & Record<PresenceBit, number>

/** In which unit a PC was from when to when (null: still); between its stays it was not in the ledger. `enrolled_at` is the PC's own. */
export type PcStayTable = { pc_id: number; since: number; until: number | null; unit_id: number; enrolled_at: number }

/** When a PC was marked as one that by law must not be connected (máy mật). */
export type PcExemptionTable = { pc_id: number; since: number; until: number | null }

/** Versions of the rule by which PCs are counted, made at `since`: of a day counts the latest that holds from it or an earlier day. */
export type CountRuleTable = {
  id: Generated<number>
  since: number
  window_days: number
  silent_days: number
  blocks: string
  who: string
  from_day: string
}

/** Reports that carried an inventory; plain check-ins leave their mark in pc_contact and presence alone. */
export type ReportTable = {
  id: string
  pc_id: number
  received_at: number
  taken_at: number
  sent_at: number
  agent_version: string
}

export type EnrolTokenTable = {
  id: Generated<number>
  hash: string
  unit_id: number
  label: string
  created_at: number
  expires_at: number
  use_limit: number
  used_count: number
  revoked_at: number | null
  made_by: Generated<string>
}

export type PersonTable = {
  id: Generated<number>
  user_name: string
  role: string
  password_hash: string
  created_at: number
  disabled_at: number | null
  /** As colleagues know them; empty when nobody wrote it down. */
  full_name: Generated<string>
  /** 1 while the password is one an administrator was shown. */
  must_change: Generated<number>
  /** Base32; null without a second factor. */
  totp_secret: Generated<string | null>
  /** The last step whose code opened: none opens twice. */
  totp_step: Generated<number>
  last_log_in_at: Generated<number | null>
}

/** SHA-256 of codes that each stand in for a second factor once. */
export type RecoveryCodeTable = { person_id: number; hash: string }

/** Units a person or an API token may see; a null unit is the whole tree, no row is nothing. */
export type ScopeTable = { person_id: number | null; token_id: number | null; unit_id: number | null }
export type SessionTable = { id: string; person_id: number | null; data: string; expires_at: number }
export type ApiTokenTable = {
  id: Generated<number>
  hash: string
  label: string
  role: string
  created_at: number
  expires_at: number | null
  revoked_at: number | null
  made_by: Generated<string>
}

/** A count that is remembered; `rolled_at` is null while it is being made. */
export type RolledDayTable = { day: string; rule_version: number; claim: string; rolled_at: number | null }
export type RolledCountTable = { day: string; rule_version: number; unit_id: number; state: string; pcs: number }

/** A count as it was frozen; `hash` is empty until all of it stands, and from then on the database refuses every change. */
export type FrozenReportTable = {
  id: Generated<number>
  /** "2026-09-30" */
  day: string
  time_zone: string
  title: string
  note: string
  rule_version: number
  window_days: number
  silent_days: number
  blocks: string
  who: string
  frozen_at: number
  corrects_id: number | null
  /** JSON; empty where it was frozen before issuers were. */
  issuer: Generated<string>
  hash: string
}
/** What will be frozen, while it is worked on. */
export type ReportDraftTable = {
  id: Generated<number>
  /** "2026-09-30" */
  day: string
  title: string
  note: string
  corrects_id: number | null
  /** Who changed it last. */
  who: string
  changed_at: number
}
/** The tree of its day. */
export type FrozenUnitTable = {
  report_id: number
  unit_id: number
  parent_id: number | null
  name: string
  code: string | null
  block: string
  order_no: number
}
export type FrozenCountTable = { report_id: number; unit_id: number; state: string; pcs: number }
/** `internet_on` and `heard_on` for `dayOfRecord`; what is unknown has its reason in `reasons`. */
export type FrozenPcTable = {
  report_id: number
  name_key: string
  pc_id: number
  unit_id: number
  name: string
  state: string
  internet_on: number | null
  heard_on: number | null
  model: string | null
  serial: string | null
  reasons: string
}

/** Two PCs that may be one; `why` is JSON: the pieces that agree and those that disagree. */
export type IdentityQuestionTable = {
  pc_id: number
  other_id: number
  score: number
  why: string
  asked_at: number
  answer: string | null
  who: string | null
  answered_at: number | null
}
export type PcMergeTable = {
  id: Generated<number>
  from_pc: number
  into_pc: number
  at: number
  who: string
  before: string
  undone_at: number | null
  undone_by: string | null
}

export type RegisterItemTable = { id: Generated<number>; asset_code: string; asset_key: string }

/** What the register said of an asset from one list to the next; days are "2026-09-30", null is unknown. */
export type RegisterEntryTable = {
  item_id: number
  from_day: string
  /** The first day that no more counts; null: still so. */
  until_day: string | null
  unit_id: number
  name: string
  name_key: string
  serial: string | null
  serial_key: string | null
  kind: string | null
  year_in_use: number | null
  cost_dong: number | null
  exempt: number
  host_name: string | null
  host_key: string | null
  mac: string | null
  note: string
  search: string
  /** SHA-256 over what the row said: another list that says the same changes nothing. */
  hash: string
  import_id: number
  /** When the PC it is matched to joined the ledger; null: matched to none. */
  pc_since: number | null
  /** 1 when its PC was out of the ledger at some time since then. */
  pc_away: Generated<number>
}

export type RegisterImportTable = {
  id: Generated<number>
  at: number
  who: string
  file_name: string
  day: string
  rows: number
  added: number
  changed: number
  same: number
  gone: number
  refused: number
}
export type RegisterUploadTable = { id: string; at: number; who: string; file_name: string; file: Buffer }

/** `who` is empty when the rule decided. `basis` is JSON: what agreed and what disagreed. */
export type RegisterMatchTable = {
  item_id: number
  pc_id: number
  score: number
  basis: string
  /** 1 when the name in the register tells another maker or model than the PC does. */
  model_differs: number
  who: string
  at: number
}
/** Pairs a person must look at, made anew by every matching. */
export type RegisterDoubtTable = { item_id: number; pc_id: number; score: number; basis: string }
/** Pairs a person said are not the same. */
export type RegisterApartTable = { item_id: number; pc_id: number; who: string; at: number }

/** People (CBCCVC) of a unit from a day on, and how many of them have a PC; null is unknown. */
export type StaffNumberTable = {
  unit_id: number
  from_day: string
  staff: number | null
  equipped: number | null
  who: string
  at: number
}

export type FrozenItemTable = {
  report_id: number
  name_key: string
  item_id: number
  unit_id: number
  name: string
  asset_code: string
  state: string
  serial: string | null
}
export type FrozenStaffTable = { report_id: number; unit_id: number; staff: number | null; equipped: number | null }

/** What happened to a PC or to the ledger, who did it and when. */
export type EventTable = { id: Generated<number>; at: number; kind: string; pc_id: number | null; who: string; detail: string }
export type SettingTable = { key: string; value: string }

export type Tables = {
  unit: UnitTable
  unit_heir: UnitHeirTable
  pc: PcTable
  pc_search: PcSearchTable
  pc_contact: PcContactTable
  credential: CredentialTable
  evidence: EvidenceTable
  fact_body: FactBodyTable
  pc_fact: PcFactTable
  pc_latest: PcLatestTable
  pc_measure: PcMeasureTable
  presence: PresenceTable
  pc_stay: PcStayTable
  pc_exemption: PcExemptionTable
  count_rule: CountRuleTable
  report: ReportTable
  enrol_token: EnrolTokenTable
  person: PersonTable
  recovery_code: RecoveryCodeTable
  scope: ScopeTable
  session: SessionTable
  api_token: ApiTokenTable
  rolled_day: RolledDayTable
  rolled_count: RolledCountTable
  report_draft: ReportDraftTable
  frozen_report: FrozenReportTable
  frozen_unit: FrozenUnitTable
  frozen_count: FrozenCountTable
  frozen_pc: FrozenPcTable
  frozen_item: FrozenItemTable
  frozen_staff: FrozenStaffTable
  identity_question: IdentityQuestionTable
  pc_merge: PcMergeTable
  register_item: RegisterItemTable
  register_entry: RegisterEntryTable
  register_import: RegisterImportTable
  register_upload: RegisterUploadTable
  register_match: RegisterMatchTable
  register_match_ended: RegisterMatchTable
  register_doubt: RegisterDoubtTable
  register_apart: RegisterApartTable
  staff_number: StaffNumberTable
  plan_version: PlanVersionTable
  scenario: ScenarioTable
  committed_plan: CommittedPlanTable
  committed_unit: CommittedUnitTable
  committed_line: CommittedLineTable
  agent_release: AgentReleaseTable
  rollout: RolloutTable
  pc_package: PcPackageTable
  pc_update: PcUpdateTable
  event: EventTable
  setting: SettingTable
}
