/** What a policy would do to the fleet: PCs, verdicts and money by unit, asked of the database in one pass. */
import { type RawBuilder, sql } from 'kysely'
import { type Gathered, type Settled, settle } from '../../plan/settle.ts'
import type { Circumstances } from '../../plan/verdict.ts'
import type { Database } from '../../store/dialect/dialect.ts'
import { type PcPart, pcParts } from '../pc-parts.ts'
import { CODES_END, codeSql, gatheredOf } from './gathered-code.ts'
import { findingsSql } from './rule-sql.ts'

/** A condition on a column that holds a unit id. */
export type UnitCondition = (unitId: RawBuilder<unknown>) => RawBuilder<boolean>

/** PCs of a unit alike in what was found and in everything a planner pays for. */
export type PlannedGroup = Settled & Gathered & { readonly unitId: number; readonly pcs: number }

/** How many PCs of a unit have the same code. */
export type CodeCount = { readonly unitId: number; readonly code: number; readonly pcs: number }

export async function whatIf(database: Database, circumstances: Circumstances, within: UnitCondition): Promise<PlannedGroup[]> {
  const parts = await Promise.all((await pcParts(database)).map((part) => talliedOf(database, circumstances, within, part)))
  const pcs = new Map<string, number>()
  for (const part of parts) for (const [key, count] of part) pcs.set(key, (pcs.get(key) ?? 0) + count)
  const counts = [...pcs].map(([key, count]) => {
    const [unitId, code] = [BigInt(key) / BigInt(CODES_END), BigInt(key) % BigInt(CODES_END)]
    return { unitId: Number(unitId), code: Number(code), pcs: count }
  })
  return plannedGroups(counts, circumstances)
}

export function plannedGroups(counts: readonly CodeCount[], circumstances: Circumstances): PlannedGroup[] {
  return counts.map(({ unitId, code, pcs }) => {
    const gathered = gatheredOf(code)
    return { unitId, pcs, ...gathered, ...settle(gathered, circumstances) }
  })
}

/** By unit and code in one number: with that of the greatest code it stays below 2^63 for 200,000 units. */
function talliedOf({ read, dialect }: Database, circumstances: Circumstances, within: UnitCondition, part: PcPart) {
  const { policy, on } = circumstances
  const inPart = (pcId: RawBuilder<unknown>, unitId: RawBuilder<unknown>) => sql<boolean>`${part(pcId)} and ${within(unitId)}`
  const key = sql`(w.unit_id * ${sql.lit(CODES_END)} + ${codeSql(circumstances)})`
  return dialect.tally(read, key, sql`${findingsSql(policy, on, inPart)} w`)
}
