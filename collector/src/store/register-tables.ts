/** What the ledger keeps of the accountant's register and of the people it is held against. */
import type { Generated } from 'kysely'

export type RegisterItemTable = {
  id: Generated<number>
  asset_code: string
  asset_key: string
  /** The day of the latest list that named it. */
  told_day: string | null
}

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
  /** The PC it was: the one it is matched to, or was when it was written off. Null: none that is known. */
  pc_id: number | null
  /** When that PC joined the ledger; null: no PC. */
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

/** Lists that told all that some units had, by import. `beside` is JSON: asset keys of rows that could not be taken along. */
export type RegisterCompleteListTable = { import_id: number; beside: string }
export type RegisterCompleteUnitTable = { unit_id: number; day: string; import_id: number }

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

/** People (CBCCVC) of a unit from a day on, how many of them have a PC and are of groups I-VI of the staff norm, and its PCs with a paid licence of protection from malware; null is unknown. */
export type StaffNumberTable = {
  unit_id: number
  from_day: string
  staff: number | null
  equipped: number | null
  leaders: number | null
  licensed_antivirus: number | null
  who: string
  at: number
}
