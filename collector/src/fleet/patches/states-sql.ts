/** Where a PC stands with support and updates on a day, as SQL over m (pc_measure) and pc: once, for figures, lists and files. */

import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'

const DAY_MS = 86_400_000

/** "2026-08-31" of "2026-09-30" and 30. */
function daysBack(on: string, days: number): string {
  return new Date(Date.parse(on) - days * DAY_MS).toISOString().slice(0, 10)
}

export type PatchStates = Readonly<Record<'support' | 'age' | 'pending' | 'restart', RawBuilder<string>>>

/** Each is one of the states of shared/src/text/patches.ts. Ends of support include their day. */
export function patchStates(on: string): PatchStates {
  return {
    support: sql<string>`case when m.support_ends_on is null then 'unknown' when m.support_ends_on >= ${on} then 'supported'
      when m.extended_ends_on is not null and m.extended_ends_on >= ${on} then 'extended' else 'ended' end`,
    age: sql<string>`case when m.missing_since is null then 'unknown' when m.missing_since > ${on} then 'none'
      when m.missing_since >= ${daysBack(on, 30)} then 'up-to-30' when m.missing_since >= ${daysBack(on, 90)} then 'up-to-90' else 'over-90' end`,
    pending: waiting('pc.pending_updates'),
    restart: waiting('pc.restart_pending'),
  }
}

function waiting(column: string): RawBuilder<string> {
  return sql<string>`case when ${sql.ref(column)} is null then 'unknown' when ${sql.ref(column)} > 0 then 'yes' else 'no' end`
}
