/** A plan as the page, the files and the command line have it: what the terms would do to the fleet, by item, by remedy, by unit and by year. */
import type { Plan, PlanNumbers } from '@somay/shared/api/plans.ts'
import { dayOf } from '@somay/shared/text/dates.ts'
import { UNPRICED_FOR, type UnpricedFor } from '@somay/shared/text/plan.ts'
import { REMEDY_NAMES } from '../../plan/remedies.ts'
import { doneOf } from '../../plan/settle.ts'
import { addNeeds, NO_EQUIPMENT, NO_NEED, type StaffNeed, staffNeed, withPcs } from '../../plan/staff-norm.ts'
import type { Database } from '../../store/dialect/dialect.ts'
import { unitCondition } from '../counts/count.ts'
import type { NormedUnit } from '../counts/query.ts'
import { sumTree } from '../units/sum-tree.ts'
import type { FundedGroup } from './funded-groups.ts'
import { addNumbers, itemLines, noNumbers, numbersOf } from './numbers.ts'
import { type PlanAsked, type PlanGroups, planGroups } from './plan-groups.ts'
import { registeredOnly } from './registered-only.ts'

const APART = ['virtual', 'server'] as const

function isUnpricedFor({ costDong, untold }: FundedGroup, measure: UnpricedFor): boolean {
  return costDong === undefined && untold.includes(measure)
}

type Sum = { readonly numbers: PlanNumbers; readonly need: StaffNeed }

/** `found` where the caller has it for other lists of the same plan. */
export async function makePlan(database: Database, asked: PlanAsked, found?: PlanGroups): Promise<Plan> {
  const { terms, scope, unit, at, timeZone } = asked
  const years = terms.years.length
  const [{ units, groups, notMeasured }, registered] = await Promise.all([
    found ?? planGroups(database, asked),
    registeredOnly(database, { day: dayOf(at, timeZone), timeZone }, unitCondition(database.dialect, scope, unit)),
  ])
  const own = new Map<number, PlanNumbers>()
  // What stands in the books alone is a PC that is there: unknown makes no need.
  const equipment = new Map(registered)
  for (const group of groups) {
    const { unitId, kind, pcs, casing } = group
    own.set(unitId, addNumbers(own.get(unitId) ?? noNumbers(years), numbersOf(group, years)))
    // Nobody sits at a virtual PC or a server; what may be one counts as a PC that is there.
    if (kind !== 'apart') equipment.set(unitId, withPcs(equipment.get(unitId) ?? NO_EQUIPMENT, pcs, casing))
  }
  const tree = sumTree<NormedUnit, Sum>(units, {
    none: { numbers: noNumbers(years), need: NO_NEED },
    own: (unit) => ({
      numbers: own.get(unit.id) ?? noNumbers(years),
      need: staffNeed(unit, equipment.get(unit.id) ?? NO_EQUIPMENT, terms.policy.policy),
    }),
    add: (one, other) => ({ numbers: addNumbers(one.numbers, other.numbers), need: addNeeds(one.need, other.need) }),
  })
  return {
    terms,
    total: tree.filter(({ kind }) => kind === 'block').reduce((sum, row) => addNumbers(sum, row.sum.numbers), noNumbers(years)),
    replaceYearUnknown: sumOf(groups, ({ kind, life }) => kind === 'replace' && life === 'unknown'),
    unpriced: UNPRICED_FOR.map((measure) => ({ measure, pcs: sumOf(groups, (group) => isUnpricedFor(group, measure)) })).filter(
      ({ pcs }) => pcs > 0,
    ),
    notMeasured,
    apart: APART.map((nature) => ({ nature, pcs: sumOf(groups, (group) => group.nature === nature) })).filter(({ pcs }) => pcs > 0),
    items: itemLines(groups, terms),
    remedies: remedyLines(groups),
    rows: tree.map(({ sum: { numbers, need }, ...row }) => ({
      ...row,
      numbers,
      ...(need.staffTold > 0 && { staff: need.staff, needByStaff: need.need }),
      ...(need.leadersTold > 0 && { leaders: need.leaders, laptopsMissing: need.laptops, laptopsUnsure: need.laptopsUnsure }),
      staffUntold: need.staffUntold,
      leadersUntold: need.leadersUntold,
    })),
    at,
  }
}

function sumOf(groups: readonly FundedGroup[], holds: (group: FundedGroup) => boolean): number {
  return groups.reduce((sum, group) => sum + (holds(group) ? group.pcs : 0), 0)
}

function remedyLines(groups: readonly FundedGroup[]): Plan['remedies'] {
  return REMEDY_NAMES.map((remedy) => ({
    remedy,
    pcs: sumOf(groups, (group) => doneOf(group).includes(remedy)),
  })).filter(({ pcs }) => pcs > 0)
}
