/** Counts in the order of the committee's table, with the sums of what stands in the total and outside it. Pure. */
import type { CountRow, Counts, Figures, PeopleOf } from '@somay/shared/api/counts.ts'
import { addFigures, noFigures } from '@somay/shared/text/figures.ts'
import { sumTree, type TreeUnit } from '../units/sum-tree.ts'
import { addPeople, NOBODY, peopleOf } from './people.ts'
import type { UnitCount } from './query.ts'

export type DatedUnit = TreeUnit & {
  /** People of the unit itself; null is not told. */
  readonly staff: number | null
  readonly equipped: number | null
}

/** `units` are those of the date in their order; one whose parent is not among them stands in its block by itself. */
export function countTree(
  units: readonly DatedUnit[],
  counts: readonly UnitCount[],
  blocks: readonly string[],
): Pick<Counts, 'rows' | 'total' | 'outside' | 'people'> {
  const own = new Map<number, Figures>()
  for (const { unitId, state, pcs } of counts) own.set(unitId, { ...(own.get(unitId) ?? noFigures()), [state]: pcs })
  const isTold = units.some(({ staff, equipped }) => staff !== null || equipped !== null)
  const tree = sumTree<DatedUnit, Sum>(units, {
    none: noSum(),
    own: (unit) => ({ figures: own.get(unit.id) ?? noFigures(), people: peopleOf(unit) }),
    add: addSums,
  })
  const sums: Record<'total' | 'outside', Sum> = { total: noSum(), outside: noSum() }
  for (const { kind, block, sum } of tree) {
    if (kind !== 'block') continue
    const where = blocks.includes(block) ? 'total' : 'outside'
    sums[where] = addSums(sums[where], sum)
  }
  const rows = tree.map(({ sum, ...row }): CountRow => ({ ...row, figures: sum.figures, ...(isTold && { people: sum.people }) }))
  return { rows, total: sums.total.figures, outside: sums.outside.figures, ...(isTold && { people: sums.total.people }) }
}

type Sum = { readonly figures: Figures; readonly people: PeopleOf }

function noSum(): Sum {
  return { figures: noFigures(), people: NOBODY }
}

function addSums(one: Sum, other: Sum): Sum {
  return { figures: addFigures(one.figures, other.figures), people: addPeople(one.people, other.people) }
}
