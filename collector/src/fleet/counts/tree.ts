/** Puts counts into the order of the committee's table: blocks, their units, what lies below each; sums on every level. Pure. */
import type { CountRow, Counts, Figures, PeopleOf } from '@somay/shared/api/counts.ts'
import { addFigures, noFigures } from '@somay/shared/text/figures.ts'
import { addPeople, NOBODY, peopleOf } from './people.ts'
import type { UnitCount } from './query.ts'

export type DatedUnit = {
  readonly id: number
  readonly name: string
  readonly block: string
  readonly parentId: number | null
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
  const ids = new Set(units.map(({ id }) => id))
  const below = Map.groupBy(units, ({ parentId }) => (parentId !== null && ids.has(parentId) ? parentId : null))
  const rows: CountRow[] = []

  const isTold = units.some(({ staff, equipped }) => staff !== null || equipped !== null)

  /** The row stands before those below it, whose sums it holds. */
  function add(row: Omit<CountRow, 'figures' | 'people'>, own: Sum, children: readonly DatedUnit[]): Sum {
    const place = rows.push({ ...row, figures: own.figures }) - 1
    const sum = children
      .map((unit) => {
        const { id: unitId, name, block } = unit
        return add({ kind: 'unit', unitId, name, block, depth: row.depth + 1 }, ownOf(unit), below.get(unitId) ?? [])
      })
      .reduce(addSums, own)
    rows[place] = { ...row, figures: sum.figures, ...(isTold && { people: sum.people }) }
    return sum
  }
  const ownOf = (unit: DatedUnit): Sum => ({ figures: own.get(unit.id) ?? noFigures(), people: peopleOf(unit) })

  const sums: Record<'total' | 'outside', Sum> = { total: noSum(), outside: noSum() }
  const roots = [...Map.groupBy(below.get(null) ?? [], ({ block }) => block)].sort(([one], [other]) => (one < other ? -1 : 1))
  for (const [block, children] of roots) {
    const sum = add({ kind: 'block', name: block, block, depth: 0 }, noSum(), children)
    const where = blocks.includes(block) ? 'total' : 'outside'
    sums[where] = addSums(sums[where], sum)
  }
  return { rows, total: sums.total.figures, outside: sums.outside.figures, ...(isTold && { people: sums.total.people }) }
}

type Sum = { readonly figures: Figures; readonly people: PeopleOf }

function noSum(): Sum {
  return { figures: noFigures(), people: NOBODY }
}

function addSums(one: Sum, other: Sum): Sum {
  return { figures: addFigures(one.figures, other.figures), people: addPeople(one.people, other.people) }
}
