/** Reads the tree of units of any date, with what each came from and went into: what stood when stays readable for ever. */
import type { UnitTree } from '@somay/shared/api/units.ts'
import { sql } from 'kysely'
import type { Scope } from '../../access/access.ts'
import { inScope } from '../../access/scope.ts'
import type { Database } from '../../store/dialect/dialect.ts'

type Row = {
  id: number
  name: string
  code: string | null
  block: string
  order_no: number
  parent_id: number | null
  valid_from: string
  valid_to: string | null
  pcs: number
}

/** `asOf` is a day: "2025-07-01". */
export async function readTree(database: Database, scope: Scope, asOf: string): Promise<UnitTree> {
  const { rows } = await sql<Row>`
    select id, name, code, block, order_no, parent_id, valid_from, valid_to,
      (select count(*) from pc where pc.unit_id = unit.id and pc.retired_at is null) as pcs
    from unit where valid_from <= ${asOf} and (valid_to is null or valid_to > ${asOf}) and ${inScope(database.dialect, scope, sql`unit.id`)}
    order by block, order_no, id`.execute(database.read)
  const links = await readHeirs(database, scope)
  const heirs = { from: Map.groupBy(links, ({ heir_id }) => heir_id), into: Map.groupBy(links, ({ unit_id }) => unit_id) }
  return {
    asOf,
    units: inTreeOrder(rows).map((row) => toUnit(row, heirs)),
    heirs: links.map(({ unit_id, heir_id }) => ({ unitId: unit_id, heirId: heir_id })),
  }
}

type Heir = { unit_id: number; heir_id: number; old_name: string; new_name: string }
type Heirs = { readonly from: ReadonlyMap<number, readonly Heir[]>; readonly into: ReadonlyMap<number, readonly Heir[]> }

/** Few: one row for each unit that ever ended. Not even the name of a unit outside the scope is told. */
async function readHeirs({ read, dialect }: Database, scope: Scope): Promise<Heir[]> {
  const { rows } = await sql<Heir>`
    select h.unit_id, h.heir_id, old.name as old_name, new.name as new_name
    from unit_heir h join unit old on old.id = h.unit_id join unit new on new.id = h.heir_id
    where ${inScope(dialect, scope, sql`h.unit_id`)} and ${inScope(dialect, scope, sql`h.heir_id`)} order by h.unit_id, h.heir_id`.execute(
    read,
  )
  return rows
}

/** Parents before what lies below them; a unit whose parent is not shown stands by itself. */
function inTreeOrder(rows: readonly Row[]): Row[] {
  const ids = new Set(rows.map(({ id }) => id))
  const below = Map.groupBy(rows, ({ parent_id }) => (parent_id !== null && ids.has(parent_id) ? parent_id : null))
  const walk = (row: Row): Row[] => [row, ...(below.get(row.id) ?? []).flatMap(walk)]
  return (below.get(null) ?? []).flatMap(walk)
}

function toUnit({ id, name, code, block, order_no, parent_id, valid_from, valid_to, pcs }: Row, heirs: Heirs): UnitTree['units'][number] {
  return {
    id,
    name,
    block,
    orderNo: order_no,
    validFrom: valid_from,
    pcs,
    ...(code !== null && { code }),
    ...(parent_id !== null && { parentId: parent_id }),
    ...(valid_to !== null && { validTo: valid_to }),
    from: (heirs.from.get(id) ?? []).map(({ old_name }) => old_name),
    into: (heirs.into.get(id) ?? []).map(({ new_name }) => new_name),
  }
}
