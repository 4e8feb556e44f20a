/** What the ledger keeps of PCs and of what they reported. */
import type { Generated } from 'kysely'
import type { Comparisons } from './comparisons.ts'
import type { ConditionColumn } from './conditions.ts'
import type { MeasureCells } from './measures.ts'
import type { PcColumn } from './pc-columns.ts'
import type { PresenceBit } from './reports/incoming.ts'

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

/** What counts of a date ask of the measures, from when to when (null: still) they were so; null is unknown. */
export type PcConditionTable = { pc_id: number; since: number; until: number | null } & Pick<MeasureCells, ConditionColumn>

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

/** Reports that carried an inventory; plain check-ins leave their mark in pc_contact and presence alone. */
export type ReportTable = {
  id: string
  pc_id: number
  received_at: number
  taken_at: number
  sent_at: number
  agent_version: string
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
