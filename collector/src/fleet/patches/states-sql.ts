/** Where a PC stands with support and updates on a day, as SQL over m (pc_measure) and pc: once, for figures, lists and files. */
import { type RawBuilder, sql } from 'kysely'
import { patchAge, supportState } from '../../counting/condition-sql.ts'
import { windows11StateSql } from '../plan/windows-11-sql.ts'

export type PatchStates = Readonly<Record<'support' | 'age' | 'pending' | 'restart' | 'windows11', RawBuilder<string>>>

/** Each is one of the states of shared/src/text/patches.ts and windows-11.ts. `windows11Bits` are those of fleet/plan/windows-11-sql.ts. */
export function patchStates(on: string, windows11Bits: RawBuilder<number>): PatchStates {
  return {
    support: supportState(on),
    age: patchAge(on),
    pending: waiting('pc.pending_updates'),
    restart: waiting('pc.restart_pending'),
    windows11: windows11StateSql(windows11Bits),
  }
}

function waiting(column: string): RawBuilder<string> {
  return sql<string>`case when ${sql.ref(column)} is null then 'unknown' when ${sql.ref(column)} > 0 then 'yes' else 'no' end`
}
