/** What a plan rests on: its units in their order, and the groups of their PCs with what each year pays for. Asked once, sums, lists and sheets of one file are made from it. */
import type { PlanTerms } from '@somay/shared/api/plans.ts'
import { dayOf } from '@somay/shared/text/dates.ts'
import { dayText } from '@somay/shared/text/days.ts'
import type { Scope } from '../../access/access.ts'
import type { Database } from '../../store/dialect/dialect.ts'
import { unitCondition } from '../counts/count.ts'
import { type NormedUnit, unitsOn } from '../counts/query.ts'
import { type FundedGroup, fundedGroups } from './funded-groups.ts'
import { countsOf, type Members, readMembers } from './members.ts'
import { countNotMeasured } from './not-measured.ts'
import { type PlannedGroup, plannedGroups, type UnitCondition, whatIf } from './query.ts'
import { circumstancesOf } from './terms.ts'

export type PlanAsked = {
  readonly terms: PlanTerms
  readonly scope: Scope
  readonly unit: number | undefined
  readonly at: number
  readonly timeZone: string
}

/** The units a plan is about, in their order: those of today, because PCs are bought for where they stand. */
function plannedUnits(database: Database, asked: PlanAsked, found: readonly PlannedGroup[]): Promise<NormedUnit[]> {
  const held = [...new Set(found.map(({ unitId }) => unitId))].map((unitId) => ({ unitId, state: 'unknown' as const, pcs: 0 }))
  return unitsOn(database, dayText(dayOf(asked.at, asked.timeZone)), held, withinOf(database, asked))
}

export type PlanGroups = {
  readonly units: readonly NormedUnit[]
  readonly groups: readonly FundedGroup[]
  /** PCs among them that wait to be measured anew. */
  readonly notMeasured: number
}

/** For sums alone. */
export async function planGroups(database: Database, asked: PlanAsked): Promise<PlanGroups> {
  return groupsOf(database, asked, await whatIf(database, circumstancesOf(asked.terms), withinOf(database, asked)))
}

/** With the place of each PC, for lists that take long to read. */
export async function planMembers(database: Database, asked: PlanAsked): Promise<PlanGroups & { readonly members: Members }> {
  const circumstances = circumstancesOf(asked.terms)
  const members = await readMembers(database, circumstances, withinOf(database, asked))
  return { ...(await groupsOf(database, asked, plannedGroups(countsOf(members), circumstances))), members }
}

const withinOf = ({ dialect }: Database, { scope, unit }: PlanAsked): UnitCondition => unitCondition(dialect, scope, unit)

async function groupsOf(database: Database, asked: PlanAsked, found: readonly PlannedGroup[]): Promise<PlanGroups> {
  const [units, notMeasured] = await Promise.all([
    plannedUnits(database, asked, found),
    countNotMeasured(database, asked.at, withinOf(database, asked)),
  ])
  const places = new Map(units.map(({ id }, place) => [id, place]))
  return { units, groups: fundedGroups(found, asked.terms, places), notMeasured }
}
