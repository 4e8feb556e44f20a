/** What the ledger keeps of counts: rules, what was counted ahead, drafts and what was frozen. */
import type { Generated } from 'kysely'

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

/** A count that is remembered; `rolled_at` is null while it is being made. */
export type RolledDayTable = { day: string; rule_version: number; claim: string; rolled_at: number | null }

export type RolledCountTable = { day: string; rule_version: number; unit_id: number; state: string; pcs: number }

export type RolledConditionTable = { day: string; rule_version: number; unit_id: number; aspect: string; value: string; pcs: number }

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
  /** 0 where it was frozen before conditions were counted, 2 where it is of a day on which they were not kept yet. */
  has_conditions: Generated<number>
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

export type FrozenConditionTable = { report_id: number; unit_id: number; aspect: string; value: string; pcs: number }

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
  casing: string | null
  support: string | null
  patch_age: string | null
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
  casing: string | null
}

export type FrozenStaffTable = {
  report_id: number
  unit_id: number
  staff: number | null
  equipped: number | null
  licensed_antivirus: number | null
}
