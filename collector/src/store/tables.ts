/** The tables of the ledger as Kysely sees them; instants are ms since 1970 UTC, yes/no is 1/0, unknown is null with its reason beside it. */
import type { Generated } from 'kysely'
import type {
  CountRuleTable,
  FrozenConditionTable,
  FrozenCountTable,
  FrozenItemTable,
  FrozenPcTable,
  FrozenReportTable,
  FrozenStaffTable,
  FrozenUnitTable,
  ReportDraftTable,
  RolledConditionTable,
  RolledCountTable,
  RolledDayTable,
} from './count-tables.ts'
import type {
  CredentialTable,
  EvidenceTable,
  FactBodyTable,
  IdentityQuestionTable,
  PcConditionTable,
  PcContactTable,
  PcExemptionTable,
  PcFactTable,
  PcLatestTable,
  PcMeasureTable,
  PcMergeTable,
  PcSearchTable,
  PcStayTable,
  PcTable,
  PresenceTable,
  ReportTable,
} from './pc-tables.ts'
import type { ApiTokenTable, EnrolTokenTable, PersonTable, RecoveryCodeTable, ScopeTable, SessionTable } from './people-tables.ts'
import type { CommittedLineTable, CommittedPlanTable, CommittedUnitTable, PlanVersionTable, ScenarioTable } from './plan-tables.ts'
import type {
  RegisterApartTable,
  RegisterCompleteListTable,
  RegisterCompleteUnitTable,
  RegisterDoubtTable,
  RegisterEntryTable,
  RegisterImportTable,
  RegisterItemTable,
  RegisterMatchTable,
  RegisterUploadTable,
  StaffNumberTable,
} from './register-tables.ts'
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
  pc_condition: PcConditionTable
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
  rolled_condition: RolledConditionTable
  report_draft: ReportDraftTable
  frozen_report: FrozenReportTable
  frozen_unit: FrozenUnitTable
  frozen_count: FrozenCountTable
  frozen_condition: FrozenConditionTable
  frozen_pc: FrozenPcTable
  frozen_item: FrozenItemTable
  frozen_staff: FrozenStaffTable
  identity_question: IdentityQuestionTable
  pc_merge: PcMergeTable
  register_item: RegisterItemTable
  register_entry: RegisterEntryTable
  register_import: RegisterImportTable
  register_upload: RegisterUploadTable
  register_complete_list: RegisterCompleteListTable
  register_complete_unit: RegisterCompleteUnitTable
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
