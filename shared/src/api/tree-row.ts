/** What every table by unit has in a row: a block of the committee's table, or a unit with everything below it; in the order of the table. */
import Type from 'typebox'

export const TREE_ROW = {
  kind: Type.Enum(['block', 'unit']),
  /** Absent for a block. */
  unitId: Type.Optional(Type.Integer()),
  /** Of a block its numeral. */
  name: Type.String(),
  block: Type.String(),
  /** 0 for blocks, 1 for their units, more below. */
  depth: Type.Integer(),
}
