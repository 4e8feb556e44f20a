/** What the ledger keeps of those who may come in: people, API tokens and the tokens agents enrol with. */
import type { Generated } from 'kysely'

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
