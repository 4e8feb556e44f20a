/** What a plan rests on: its units in their order, and the groups of their PCs with what each year pays for. Asked once, page, lists and sheets of one file are made from it. */
import type { PlanTerms } from '@somay/shared/api/plans.ts'
import { dayOf } from '@somay/shared/text/dates.ts'
import { dayText } from '@somay/shared/text/days.ts'
import type { Scope } from '../../access/access.ts'
import type { Database } from '../../store/dialect/dialect.ts'
import { unitCondition } from '../counts/count.ts'
import { unitsOn } from '../counts/query.ts'
import type { DatedUnit } from '../counts/tree.ts'
import { type FundedGroup, fundedGroups } from './funded-groups.ts'

export type PlanAsked = {
  readonly terms: PlanTerms
  readonly scope: Scope
  readonly unit: number | undefined
  readonly at: number
  readonly timeZone: string
}

/** The units a plan is about, in their order: those of today, because PCs are bought for where they stand. */
async function plannedUnits(database: Database, { scope, unit, at, timeZone }: PlanAsked): Promise<DatedUnit[]> {
  const within = unitCondition(database.dialect, scope, unit)
  const stand = await database.read.selectFrom('pc_measure').select('unit_id').distinct().where('left_ledger', '=', 0).execute()
  const held = stand.map(({ unit_id }) => ({ unitId: unit_id, state: 'unknown' as const, pcs: 0 }))
  return unitsOn(database, dayText(dayOf(at, timeZone)), held, within)
}

export type PlanGroups = { readonly units: readonly DatedUnit[]; readonly groups: readonly FundedGroup[] }

export async function planGroups(database: Database, asked: PlanAsked): Promise<PlanGroups> {
  const { terms, scope, unit } = asked
  const units = await plannedUnits(database, asked)
  const places = new Map(units.map(({ id }, place) => [id, place]))
  return { units, groups: await fundedGroups(database, terms, unitCondition(database.dialect, scope, unit), places) }
}
