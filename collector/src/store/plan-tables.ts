/** The tables of planning as they stand, see migrations/0011-plans.ts and 0015-surer-verdicts.ts and 0020-lines-with-systems.ts. */
import type { Generated } from 'kysely'

export type PlanVersionKind = 'policy' | 'price-book'

export type PlanVersionTable = {
  id: Generated<number>
  kind: PlanVersionKind
  name: string
  name_key: string
  version: number
  /** "2026-09-30"; of a policy the day it was made. */
  from_day: string
  /** JSON of its fields. */
  content: string
  who: string
  at: number
}

export type ScenarioTable = {
  id: Generated<number>
  name: string
  /** Null: everything. */
  unit_id: number | null
  /** JSON of the query it stands for. */
  asked: string
  who: string
  at: number
  removed_at: number | null
}

export type CommittedPlanTable = {
  id: Generated<number>
  title: string
  note: string
  unit_id: number | null
  /** JSON of `PlanTerms`. */
  terms: string
  who: string
  committed_at: number
  /** 1 once it is whole: then nothing of it changes. */
  sealed: number
}

export type CommittedUnitTable = {
  plan_id: number
  unit_id: number
  parent_id: number | null
  name: string
  block: string
  order_no: number
}

export type CommittedLineTable = {
  plan_id: number
  pc_id: number
  unit_id: number
  name: string
  asset_code: string | null
  /** In whose books the asset stands: who does not see that unit is not told which asset it is. */
  asset_unit: number | null
  verdict: string
  /** Bits of plan/findings.ts. */
  findings: number
  /** By what it would be replaced: desktop, laptop or unknown. */
  casing: string
  /** The type of memory it takes, where it needs some; else unknown. */
  memory: string
  life: string
  /** Windows, other or unknown: whether a new PC in its place needs a licence. Null in lines of before that was kept. */
  own_system: string | null
  /** Null where nobody can tell what to buy. */
  cost_dong: number | null
  /** From 0; null when no year pays for it. */
  year: number | null
  memory_bytes: number | null
  system_disk_kind: string | null
  os_name: string | null
  os_version: string | null
  /** Null in lines of before these were kept. */
  windows_build: number | null
  windows_revision: number | null
  /** "2026-09-30": the first update it lacked then. */
  missing_since: string | null
}
