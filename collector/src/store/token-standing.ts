/** Whether a token still opens, and if not why. Pure. */
import type { Standing } from '@somay/shared/api/tokens.ts'

type Row = {
  readonly expires_at: number | null
  readonly revoked_at: number | null
  readonly use_limit?: number
  readonly used_count?: number
  /** Of the unit it opens: the first day on which that is no more. */
  readonly valid_to?: string | null
}

/** A token as given to whoever made it: the only time anyone sees it. */
export type Given = { readonly id: number; readonly token: string }

export function standingOf({ expires_at, revoked_at, use_limit, used_count = 0, valid_to = null }: Row, now: number): Standing {
  if (revoked_at !== null) return 'revoked'
  if (expires_at !== null && expires_at <= now) return 'expired'
  if (valid_to !== null) return 'unit-ended'
  return use_limit !== undefined && used_count >= use_limit ? 'used-up' : 'good'
}
