/** A plan as the page, the files and the command line have it: what the terms would do to the fleet, by item, by remedy, by unit and by year. */
import type { Plan, PlanNumbers } from '@somay/shared/api/plans.ts'
import { dayOf } from '@somay/shared/text/dates.ts'
import { UNPRICED_FOR, type UnpricedFor } from '@somay/shared/text/plan.ts'
import { REMEDY_NAMES } from '../../plan/remedies.ts'
import { doneOf } from '../../plan/settle.ts'
import type { Database } from '../../store/dialect/dialect.ts'
import { unitCondition } from '../counts/count.ts'
import type { DatedUnit } from '../counts/tree.ts'
import { sumTree } from '../units/sum-tree.ts'
import type { FundedGroup } from './funded-groups.ts'
import { addNumbers, itemLines, noNumbers, numbersOf } from './numbers.ts'
import { type PlanAsked, type PlanGroups, planGroups } from './plan-groups.ts'
import { registeredOnly } from './registered-only.ts'

const APART = ['virtual', 'server'] as const

function isUnpricedFor({ costDong, untold }: FundedGroup, measure: UnpricedFor): boolean {
  return costDong === undefined && untold.includes(measure)
}

type Sum = { readonly numbers: PlanNumbers; readonly staff: number; readonly told: number; readonly untold: number; readonly need: number }

/** `found` where the caller has it for other lists of the same plan. */
export async function makePlan(database: Database, asked: PlanAsked, found?: PlanGroups): Promise<Plan> {
  const { terms, scope, unit, at, timeZone } = asked
  const years = terms.years.length
  const [{ units, groups, notMeasured }, registered] = await Promise.all([
    found ?? planGroups(database, asked),
    registeredOnly(database, { day: dayOf(at, timeZone), timeZone }, unitCondition(database.dialect, scope, unit)),
  ])
  const own = new Map<number, PlanNumbers>()
  for (const group of groups) own.set(group.unitId, addNumbers(own.get(group.unitId) ?? noNumbers(years), numbersOf(group, years)))
  const none: Sum = { numbers: noNumbers(years), staff: 0, told: 0, untold: 0, need: 0 }
  const tree = sumTree<DatedUnit, Sum>(units, {
    none,
    own: ({ id, staff }) => {
      const numbers = own.get(id) ?? noNumbers(years)
      // Nobody sits at a virtual PC or a server. What may be one counts as a PC that is there, and so does what stands in the books alone: unknown makes no need.
      const equipment = numbers.pcs - numbers.apart + (registered.get(id) ?? 0)
      if (staff === null) return { ...none, numbers, untold: equipment > 0 ? 1 : 0 }
      return { numbers, staff, told: 1, untold: 0, need: Math.max(0, staff - equipment) }
    },
    add: (one, other) => ({
      numbers: addNumbers(one.numbers, other.numbers),
      staff: one.staff + other.staff,
      told: one.told + other.told,
      untold: one.untold + other.untold,
      need: one.need + other.need,
    }),
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
    rows: tree.map(({ sum: { numbers, staff, told, untold, need }, ...row }) => ({
      ...row,
      numbers,
      ...(told > 0 && { staff, needByStaff: need }),
      staffUntold: untold,
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
