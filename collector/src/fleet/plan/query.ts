/** What a policy would do to the fleet: PCs, verdicts and money by unit, asked of the database in one pass. */
import { type RawBuilder, sql } from 'kysely'
import type { Circumstances, Verdict } from '../../plan/verdict.ts'
import { firstYearWithin, settle } from '../../plan/verdict.ts'
import type { Database } from '../../store/dialect/dialect.ts'
import { isHeldUp, masksSql, remediesIn } from './rule-sql.ts'

type Group = { unitId: number; mask: number; portable: number; within: number; pcs: number }

/** PCs of a unit alike in everything a planner pays for. */
export type PlannedGroup = Pick<Verdict, 'kind' | 'remedies' | 'works' | 'costDong'> & { readonly unitId: number; readonly pcs: number }

/** Asked of several connections at once: one pass is bound by one processor. */
const PARTS = 4

export async function whatIf(
  database: Database,
  circumstances: Circumstances,
  within: (unitId: RawBuilder<unknown>) => RawBuilder<boolean>,
): Promise<PlannedGroup[]> {
  const { policy, prices } = circumstances
  const found = await Promise.all((await partsOf(database)).map((part) => groupsOf(database, circumstances, within, part)))
  const groups = new Map<string, Group>()
  for (const { pcs, ...group } of found.flat()) {
    const key = `${group.unitId} ${group.mask} ${group.portable} ${group.within}`
    groups.set(key, { ...group, pcs: Number(pcs) + (groups.get(key)?.pcs ?? 0) })
  }
  return [...groups.values()].map(({ unitId, mask, portable, within: inLife, pcs }) => ({
    unitId,
    pcs,
    ...settle(
      { remedies: remediesIn(mask), isHeldUp: isHeldUp(mask), portable: portable === 1, withinLife: inLife === 1 },
      { policy, prices },
    ),
  }))
}

/** The first id of a part, and the first that belongs to none before it. */
type Part = readonly [from: number, to: number]

async function partsOf({ read }: Database): Promise<Part[]> {
  const { rows } = await sql<{
    first: number | null
    last: number | null
  }>`select min(pc_id) as first, max(pc_id) as last from pc_measure`.execute(read)
  const [first, last] = [Number(rows[0]?.first ?? 0), Number(rows[0]?.last ?? 0)]
  const length = Math.ceil((last - first + 1) / PARTS)
  return Array.from({ length: PARTS }, (_, part): Part => [first + part * length, first + (part + 1) * length])
}

async function groupsOf(
  { read }: Database,
  { policy, on }: Circumstances,
  within: (unitId: RawBuilder<unknown>) => RawBuilder<boolean>,
  [from, to]: Part,
): Promise<Group[]> {
  const inPart = (pcId: RawBuilder<unknown>, unitId: RawBuilder<unknown>) =>
    sql<boolean>`${pcId} >= ${sql.lit(from)} and ${pcId} < ${sql.lit(to)} and ${within(unitId)}`
  const { rows } = await sql<Group>`
    select w.unit_id as "unitId", w.mask, case when w.portable = 1 then 1 else 0 end as portable,
      case when w.year_in_use >= ${sql.lit(firstYearWithin(policy, on))} then 1 else 0 end as within, count(*) as pcs
    from ${masksSql(policy, on, inPart)} w group by 1, 2, 3, 4`.execute(read)
  return rows
}
