/** Finds the units that PCs name by their codes when they join, each within the unit of its token: nobody joins where their token does not reach. */
import { type Kysely, sql } from 'kysely'
import type { Dialect } from './dialect/dialect.ts'
import type { Tables } from './tables.ts'

type Wish = { readonly unitCode?: string | undefined }

/** In the order given; undefined where no code was named, or no unit of today has it at or below `roots`, or several have. */
export async function unitsNamed(
  db: Kysely<Tables>,
  dialect: Dialect,
  wishes: readonly Wish[],
  roots: readonly (number | undefined)[],
): Promise<(number | undefined)[]> {
  const found: (number | undefined)[] = Array.from({ length: wishes.length })
  const asked = wishes.flatMap(({ unitCode }, place) => {
    const root = roots[place]
    return unitCode === undefined || root === undefined ? [] : [[place, root, unitCode.normalize('NFC').trim()]]
  })
  if (asked.length === 0) return found
  const { rows } = await sql<{ place: number; id: number; units: number }>`
    with recursive j as materialized (select * from ${dialect.rows('r', { place: 'int', root: 'int', code: 'text' }, JSON.stringify(asked))}),
    up(place, id, above) as (
      select j.place, unit.id, unit.id from j join unit on unit.code = j.code and unit.valid_to is null
      union all select up.place, up.id, unit.parent_id from up join unit on unit.id = up.above where unit.parent_id is not null)
    select j.place, min(up.id) as id, count(*) as units from j join up on up.place = j.place and up.above = j.root group by j.place`.execute(
    db,
  )
  for (const { place, id, units } of rows) if (Number(units) === 1) found[place] = id
  return found
}
