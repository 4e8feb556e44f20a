/** Counts in the order of the committee's table, with the sums of what stands in the total and outside it. Pure. */
import type { ConditionFigures, CountRow, Counts, Figures, PeopleOf } from '@somay/shared/api/counts.ts'
import { addConditions, addFigures, noConditions, noFigures, sumsOf } from '@somay/shared/text/figures.ts'
import type { Scope } from '../../access/access.ts'
import { seesPart } from '../../access/scope.ts'
import { sumTree, type TreeUnit } from '../units/sum-tree.ts'
import { addPeople, isAnythingTold, NOTHING_TOLD, peopleOf, type ToldOfUnit } from './people.ts'
import type { DayCounts } from './query.ts'

/** With what was told of the unit itself. */
export type DatedUnit = TreeUnit & ToldOfUnit

/** Every block there is: below one unit all of it is the total, wherever the unit stands. */
export const ALL_BLOCKS: readonly string[] = ['I', 'II', 'III', 'IV']

type Tree = Pick<Counts, 'blocks' | 'rows' | 'total' | 'outside' | 'people' | 'conditions' | 'outsideConditions'>

/** `units` are those of the date in their order; one whose parent is not among them stands in its block by itself. Without conditions none are told. */
export function countTree(
  units: readonly DatedUnit[],
  { units: counts, conditions }: Pick<DayCounts, 'units'> & Partial<DayCounts>,
  blocks: readonly string[],
): Tree {
  const own = new Map<number, Figures>()
  for (const { unitId, state, pcs } of counts) own.set(unitId, { ...(own.get(unitId) ?? noFigures()), [state]: pcs })
  const ownConditions = conditionsByUnit(conditions ?? [])
  const tree = sumTree<DatedUnit, Sum>(units, {
    none: noSum(),
    own: (unit) => ({
      figures: own.get(unit.id) ?? noFigures(),
      conditions: ownConditions.get(unit.id) ?? noConditions(),
      people: peopleOf(unit),
    }),
    add: addSums,
  })
  const sums: Record<'total' | 'outside', Sum> = { total: noSum(), outside: noSum() }
  for (const { kind, block, sum } of tree) {
    if (kind !== 'block') continue
    const where = blocks.includes(block) ? 'total' : 'outside'
    sums[where] = addSums(sums[where], sum)
  }
  const isTold = units.some(isAnythingTold)
  const shown = ({ conditions: of, people }: Sum) => ({ ...(conditions && { conditions: of }), ...(isTold && { people }) })
  return {
    blocks: [...blocks],
    rows: tree.map(({ sum, ...row }): CountRow => ({ ...row, figures: sum.figures, ...shown(sum) })),
    total: sums.total.figures,
    outside: sums.outside.figures,
    ...shown(sums.total),
    ...(conditions && { outsideConditions: sums.outside.conditions }),
  }
}

/** Who sees PCs in none of the rule's blocks is told of those there are, and not that there is nothing. */
export function seenTree(
  units: readonly DatedUnit[],
  counts: Parameters<typeof countTree>[1],
  ruled: readonly string[],
  scope: Scope,
): Tree {
  const tree = countTree(units, counts, ruled)
  const isElsewhere = sumsOf(tree.total).all === 0 && sumsOf(tree.outside).all > 0
  return seesPart(scope) && isElsewhere ? countTree(units, counts, ALL_BLOCKS) : tree
}

function conditionsByUnit(counts: DayCounts['conditions']): Map<number, ConditionFigures> {
  const byUnit = new Map<number, ConditionFigures>()
  for (const { unitId, aspect, value, pcs } of counts) {
    const figures = byUnit.get(unitId) ?? noConditions()
    byUnit.set(unitId, { ...figures, [aspect]: { ...figures[aspect], [value]: pcs } })
  }
  return byUnit
}

type Sum = { readonly figures: Figures; readonly conditions: ConditionFigures; readonly people: PeopleOf }

function noSum(): Sum {
  return { figures: noFigures(), conditions: noConditions(), people: NOTHING_TOLD }
}

function addSums(one: Sum, other: Sum): Sum {
  return {
    figures: addFigures(one.figures, other.figures),
    conditions: addConditions(one.conditions, other.conditions),
    people: addPeople(one.people, other.people),
  }
}
