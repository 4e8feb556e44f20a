/** What stands above each unit in words that mean one unit only: its name, or its path where another has the same name. Pure. */
import type { UnitTree } from '@somay/shared/api/units.ts'

const BETWEEN = ' / '

/** By id, for those with a parent among `units`, which stand parents first. */
export function namedParents(units: UnitTree['units']): ReadonlyMap<number, string> {
  const paths = new Map<number, string>()
  const bearers = new Map<string, number>()
  for (const { id, name, parentId } of units) {
    const above = parentId === undefined ? undefined : paths.get(parentId)
    paths.set(id, above === undefined ? name : above + BETWEEN + name)
    bearers.set(name, (bearers.get(name) ?? 0) + 1)
  }
  const called = new Map(units.map(({ id, name }) => [id, bearers.get(name) === 1 ? name : (paths.get(id) as string)]))
  return new Map(
    units.flatMap(({ id, parentId }) => (parentId !== undefined && called.has(parentId) ? [[id, called.get(parentId) as string]] : [])),
  )
}
