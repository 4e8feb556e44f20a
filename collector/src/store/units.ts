/** Units of the organisation: a dated tree, listed in protocol order. */
import { fold } from '@somay/shared/text/fold.ts'
import type { Database } from './dialect/dialect.ts'

export type NewUnit = {
  readonly name: string
  /** I, II, III or IV, as in the committee's table. */
  readonly block: string
  readonly orderNo: number
  readonly parentId: number | null
  readonly code: string | null
  readonly validFrom: string
}

export async function createUnits(database: Database, units: readonly NewUnit[]): Promise<number[]> {
  if (units.length === 0) return []
  const rows = units.map((unit) => ({
    name: unit.name.normalize('NFC'),
    name_key: fold(unit.name),
    block: unit.block,
    order_no: unit.orderNo,
    parent_id: unit.parentId,
    code: unit.code,
    valid_from: unit.validFrom,
    valid_to: null,
  }))
  const made = await database.write((db) => db.insertInto('unit').values(rows).returning('id').execute())
  return made.map((row) => row.id)
}

/** The unit of a PC nobody has placed yet; made at the first start so that a token can belong to a unit from the beginning. */
export async function firstUnit(database: Database, today: string): Promise<number> {
  const first = await database.read.selectFrom('unit').select('id').orderBy('id').limit(1).executeTakeFirst()
  if (first) return first.id
  const [made] = await createUnits(database, [
    { name: 'Chưa xếp đơn vị', block: 'I', orderNo: 0, parentId: null, code: null, validFrom: today },
  ])
  return made ?? firstUnit(database, today)
}
