/** Where a PC stands with support and updates on a day, as SQL over m (pc_measure) and pc: once, for figures, lists and files. */
import { daysBack } from '@somay/shared/text/days.ts'
import { KNOWN_DAYS } from '@somay/shared/text/patches.ts'
import { type RawBuilder, sql } from 'kysely'
import { windows11StateSql } from '../plan/windows-11-sql.ts'

export type PatchStates = Readonly<Record<'support' | 'age' | 'pending' | 'restart' | 'windows11', RawBuilder<string>>>

/** Each is one of the states of shared/src/text/patches.ts and windows-11.ts. Ends of support include their day; `windows11Bits` are those of fleet/plan/windows-11-sql.ts. */
export function patchStates(on: string, windows11Bits: RawBuilder<number>): PatchStates {
  return {
    support: sql<string>`case when m.support_ends_on is null then 'unknown' when m.support_ends_on >= ${on} then 'supported'
      when m.extended_ends_on is null then 'unknown' when m.extended_ends_on >= ${on} then 'extended' else 'ended' end`,
    age: sql<string>`case when m.missing_since > ${on} then 'none' when m.missing_since >= ${daysBack(on, 30)} then 'up-to-30'
      when m.missing_since >= ${daysBack(on, 90)} then 'up-to-90' when m.missing_since is not null then 'over-90'
      when m.patched_until >= ${daysBack(on, KNOWN_DAYS)} then 'none' else 'unknown' end`,
    pending: waiting('pc.pending_updates'),
    restart: waiting('pc.restart_pending'),
    windows11: windows11StateSql(windows11Bits),
  }
}

function waiting(column: string): RawBuilder<string> {
  return sql<string>`case when ${sql.ref(column)} is null then 'unknown' when ${sql.ref(column)} > 0 then 'yes' else 'no' end`
}
