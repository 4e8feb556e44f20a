/** The PCs of a plan, unit by unit and by name: a page of them, or all in chunks for a file. */
import type { PlannedPc } from '@somay/shared/api/planned-pcs.ts'
import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '../../access/access.ts'
import { inScope, mayBeNamed } from '../../access/scope.ts'
import { explainer } from '../../plan/explain.ts'
import { yearOf } from '../../plan/funding.ts'
import type { Database } from '../../store/dialect/dialect.ts'
import type { DatedUnit } from '../counts/tree.ts'
import type { PlannedCursor } from './cursor.ts'
import type { FundedGroup } from './funded-groups.ts'
import { type ListedPlace, listedUnits } from './listed-units.ts'
import { type Members, membersSql } from './members.ts'
import { type PlanAsked, type PlanGroups, planGroups } from './plan-groups.ts'
import { PLANNED_CELLS, type PlannedRow, plannedPcOf, type Telling } from './planned-row.ts'
import { inSlicesSql, type Slice, type SliceCriteria, slicesOf } from './slices.ts'
import { circumstancesOf } from './terms.ts'

/** The place narrows the list and not the plan. */
export type PlannedCriteria = ListedPlace & SliceCriteria

const CHUNK = 1_000

/** What a line keeps of a PC beside what is shown. */
export type HeldThen = Pick<PlannedRow, 'os_version' | 'windows_build' | 'windows_revision' | 'missing_since' | 'asset_unit'> & {
  readonly group: FundedGroup
}

/** Of each of the rows `cursors` has where a list goes on behind it, and `held` what it was made from. */
export type PlannedPage = {
  readonly rows: readonly PlannedPc[]
  readonly cursors: readonly PlannedCursor[]
  readonly held: readonly HeldThen[]
}

/** Members where the list is one of several of the same plan, or takes long. */
type Found = PlanGroups & { readonly members?: Members | undefined }

type From = { readonly after?: PlannedCursor | undefined; readonly chunk?: number }

export async function* readPlannedPcs(
  database: Database,
  asked: PlanAsked,
  criteria: PlannedCriteria,
  found?: Found,
): AsyncGenerator<PlannedPage> {
  yield* (await plannedList(database, asked, criteria, found)).pages({})
}

/** `total` counts PCs that the caller may not be told the names of too. */
export type PlannedList = { readonly total: number; pages(from: From): AsyncGenerator<PlannedPage> }

export async function plannedList(database: Database, asked: PlanAsked, criteria: PlannedCriteria, found?: Found): Promise<PlannedList> {
  const { terms } = asked
  const { units, groups, members }: Found = found ?? (await planGroups(database, asked))
  const listed = listedUnits(units, criteria)
  const slices = groups.filter(({ unitId }) => listed.has(unitId)).flatMap((group) => slicesOf(group, terms, criteria))
  const total = slices.reduce((sum, { from, to }) => sum + to - from, 0)
  return { total, pages: (from) => pagesOf(database, asked, { units, slices, members }, from) }
}

type Sliced = { readonly units: readonly DatedUnit[]; readonly slices: readonly Slice[]; readonly members: Members | undefined }

async function* pagesOf(
  database: Database,
  { terms, scope }: PlanAsked,
  { units, slices: all, members }: Sliced,
  { after, chunk = CHUNK }: From,
): AsyncGenerator<PlannedPage> {
  const slices = Map.groupBy(all, ({ group }) => group.unitId)
  const circumstances = circumstancesOf(terms)
  const telling: Telling = { terms: circumstances, explain: explainer(circumstances.policy, circumstances.on) }
  const names = new Map(units.map(({ id, name }) => [id, name]))
  const start = after === undefined ? 0 : units.findIndex(({ id }) => id === after.unitId)
  if (start < 0) return
  for (const { id: unitId } of units.slice(start).filter(({ id }) => slices.has(id))) {
    let behind = after?.unitId === unitId ? after : undefined
    const wanted = slices.get(unitId) ?? []
    const within = (column: RawBuilder<unknown>) => sql<boolean>`${column} = ${sql.lit(unitId)}`
    const standing = members ? membersSql(database.dialect, members, unitId, wanted) : inSlicesSql(database.dialect, terms, wanted, within)
    for (;;) {
      const found = await pageOf(database, { scope, standing, behind, limit: chunk })
      if (found.length === 0) break
      const cursors = found.map(({ name_key, pc_id }) => ({ unitId, nameKey: name_key, pcId: pc_id }))
      behind = cursors.at(-1)
      const placeOf = (row: PlannedRow) => {
        const { group } = wanted[row.slice] as Slice
        return { group, unit: names.get(unitId) ?? '', year: yearOf(group.funded, Number(row.place)) }
      }
      const held = found.map((row) => ({ ...row, group: (wanted[row.slice] as Slice).group }))
      yield { rows: found.map((row) => plannedPcOf(row, placeOf(row), telling)), cursors, held }
      if (found.length < chunk) break
    }
  }
}

type PageAsked = {
  readonly scope: Scope
  /** PCs of one unit. */
  readonly standing: RawBuilder<unknown>
  readonly behind: PlannedCursor | undefined
  readonly limit: number
}

async function pageOf({ read, dialect }: Database, { scope, standing, behind, limit }: PageAsked): Promise<PlannedRow[]> {
  const beyond =
    behind === undefined
      ? sql``
      : sql`and (pc.name_key > ${behind.nameKey} or (pc.name_key = ${behind.nameKey} and pc.id > ${behind.pcId}))`
  const { rows } = await sql<PlannedRow>`
    select s.pc_id, pc.name_key, s.slice, s.place, ${sql.join(PLANNED_CELLS)}
    from ${standing}
    join pc on pc.id = s.pc_id
    join pc_measure v on v.pc_id = s.pc_id
    join pc_contact c on c.pc_id = s.pc_id
    left join register_match m on m.pc_id = pc.id
    left join register_entry e on e.item_id = m.item_id and e.until_day is null
    left join register_item i on i.id = e.item_id and ${inScope(dialect, scope, sql`e.unit_id`)}
    where ${mayBeNamed(scope, sql`pc.id`)} ${beyond} order by pc.name_key, pc.id limit ${limit}`.execute(read)
  return rows
}
