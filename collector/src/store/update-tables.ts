/** The tables of agent updates as Kysely sees them. */
import type { Generated } from 'kysely'

export type AgentReleaseTable = {
  id: Generated<number>
  version: string
  kind: string
  sha256: string
  file_name: string
  size_bytes: number
  signature: string
  added_at: number
  added_by: string
}

export type RolloutTable = {
  id: Generated<number>
  version: string
  /** Null is the whole tree. */
  unit_id: number | null
  stage: number
  state: string
  /** 1 when the rule halted it. */
  by_rule: number
  who: string
  at: number
  begun_at: number
}

export type PcPackageTable = { pc_id: number; kind: string; version: string; told_at: number }

/** How the update of a PC to a version went; `offered` until it ended. */
export type PcUpdateTable = {
  pc_id: number
  version: string
  state: string
  reason: string | null
  detail: string | null
  offered_at: number | null
  ended_at: number | null
}
