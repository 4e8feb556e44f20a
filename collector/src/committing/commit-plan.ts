/** Commits a plan: what its page shows stands from then on as it was, for comparing with what happens. */
import { type PlanAsked, planMembers } from '../fleet/plan/plan-groups.ts'
import { type PlannedPage, readPlannedPcs } from '../fleet/plan/planned-pcs.ts'
import {
  addCommittedLines,
  beginCommittedPlan,
  type CommittedLine,
  type NewCommittedPlan,
  sealCommittedPlan,
} from '../store/committed-plans.ts'
import type { Database } from '../store/dialect/dialect.ts'

export type Committing = PlanAsked & { readonly title: string; readonly note: string; readonly who: string }

/** So many PCs wait to be worked out anew. */
export class NotMeasured extends Error {
  readonly pcs: number
  constructor(pcs: number) {
    super(`${pcs} PCs wait to be measured`)
    this.pcs = pcs
  }
}

/**
 * PCs of which too little is known are not in it: nothing was decided about them. Those that are not named to who commits are, as they are in the sums
 * that are decided about; reading the lines names them to nobody who may not know. Returns the number of the plan.
 */
export async function commitPlan(database: Database, committing: Committing): Promise<number> {
  const { terms, unit, title, note, who, at } = committing
  const all = { ...committing, scope: committing.scope === 'all-open' ? 'all' : committing.scope } as const
  const found = await planMembers(database, all)
  // What is said of them would stand for good.
  if (found.notMeasured > 0) throw new NotMeasured(found.notMeasured)
  const plan: NewCommittedPlan = { title, note, unitId: unit ?? null, terms, who, at, unitIds: found.units.map(({ id }) => id) }
  const id = await beginCommittedPlan(database, plan)
  for await (const page of readPlannedPcs(database, all, { verdicts: ['mend', 'replace', 'move'] }, found))
    await addCommittedLines(database, id, linesOf(page))
  await sealCommittedPlan(database, id, plan)
  return id
}

function linesOf({ rows, held }: PlannedPage): CommittedLine[] {
  return rows.map((pc, place) => {
    const { group, ...then } = held[place] as PlannedPage['held'][number]
    const known = (cell: unknown) => (typeof cell === 'string' ? cell : null)
    const number = (cell: unknown) => (cell === null ? null : Number(cell))
    return {
      pc_id: pc.pcId,
      unit_id: group.unitId,
      name: pc.name,
      asset_code: pc.assetCode ?? null,
      asset_unit: then.asset_unit,
      verdict: pc.verdict,
      findings: group.findings,
      casing: group.casing,
      memory: group.memory,
      life: group.life,
      own_system: group.system,
      cost_dong: pc.costDong ?? null,
      year: pc.year ?? null,
      memory_bytes: typeof pc.memoryBytes === 'number' ? pc.memoryBytes : null,
      system_disk_kind: known(pc.diskKind),
      os_name: known(pc.os),
      os_version: then.os_version,
      windows_build: number(then.windows_build),
      windows_revision: number(then.windows_revision),
      missing_since: known(then.missing_since),
    }
  })
}
